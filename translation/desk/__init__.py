"""What translators and coordinators see first: pages by languages, each person's work, actions on many."""
