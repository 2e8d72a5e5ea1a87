"""How dates are typed in Bulgarian into fields that are not ours: Django would take the month first."""

DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y"]
