/** What this page says of its own; all else comes from the library. */

/**
 * @typedef {object} Texts
 * @property {string} handbooks
 * @property {string} languages
 * @property {string} search
 * @property {string} skip
 * @property {string} contents
 * @property {string} language
 * @property {string} translation
 * @property {string} original
 * @property {string} changed when the original changed after the translation was made
 * @property {string} reviewed
 * @property {string} elsewhere that a text is not there in the language asked for
 * @property {string} pdf
 * @property {string} previous
 * @property {string} next
 * @property {string} narrow
 * @property {string} show
 * @property {string} results
 * @property {string} nothing
 * @property {string} failed
 * @property {string} preview that a draft is shown
 * @property {string} until when the link to it is over follows
 */

/** @type {Record<string, Texts>} */
export const TEXTS = {
    bg: {
        handbooks: "Наръчници",
        languages: "Езици",
        search: "Търсене",
        skip: "Към съдържанието",
        contents: "Съдържание",
        language: "Език",
        translation: "Превод",
        original: "Оригинал",
        changed: "Оригиналът е променен на",
        reviewed: "Последен преглед",
        elsewhere: "Няма превод на избрания език.",
        pdf: "Изтегляне като PDF",
        previous: "Назад",
        next: "Напред",
        narrow: "Стесняване на резултатите",
        show: "Показване",
        results: "Резултати",
        nothing: "Нищо не е намерено",
        failed: "Библиотеката не отговаря. Опитайте отново по-късно.",
        preview: "Преглед на чернова. Това не е публикувано.",
        until: "Връзката важи до",
    },
    en: {
        handbooks: "Handbooks",
        languages: "Languages",
        search: "Search",
        skip: "Skip to content",
        contents: "Contents",
        language: "Language",
        translation: "Translation",
        original: "Original",
        changed: "Original changed on",
        reviewed: "Last reviewed",
        elsewhere: "Not translated into the language you chose.",
        pdf: "Download as PDF",
        previous: "Previous",
        next: "Next",
        narrow: "Narrow the results",
        show: "Show",
        results: "Results",
        nothing: "Nothing found",
        failed: "The library does not answer. Try again later.",
        preview: "Preview of a draft. This is not published.",
        until: "The link works until",
    },
    lv: {
        handbooks: "Rokasgrāmatas",
        languages: "Valodas",
        search: "Meklēt",
        skip: "Pāriet uz saturu",
        contents: "Saturs",
        language: "Valoda",
        translation: "Tulkojums",
        original: "Oriģināls",
        changed: "Oriģināls mainīts",
        reviewed: "Pēdējā pārbaude",
        elsewhere: "Izvēlētajā valodā tulkojuma nav.",
        pdf: "Lejupielādēt PDF",
        previous: "Iepriekšējā",
        next: "Nākamā",
        narrow: "Sašaurināt rezultātus",
        show: "Rādīt",
        results: "Rezultāti",
        nothing: "Nekas nav atrasts",
        failed: "Bibliotēka neatbild. Mēģiniet vēlreiz vēlāk.",
        preview: "Melnraksta priekšskatījums. Tas nav publicēts.",
        until: "Saite darbojas līdz",
    },
    nb: {
        handbooks: "Håndbøker",
        languages: "Språk",
        search: "Søk",
        skip: "Hopp til innholdet",
        contents: "Innhold",
        language: "Språk",
        translation: "Oversettelse",
        original: "Original",
        changed: "Originalen ble endret",
        reviewed: "Sist kontrollert",
        elsewhere: "Ikke oversatt til språket du har valgt.",
        pdf: "Last ned som PDF",
        previous: "Forrige",
        next: "Neste",
        narrow: "Avgrens treffene",
        show: "Vis",
        results: "Treff",
        nothing: "Ingenting funnet",
        failed: "Biblioteket svarer ikke. Prøv igjen senere.",
        preview: "Forhåndsvisning av et utkast. Dette er ikke publisert.",
        until: "Lenken virker til",
    },
    pl: {
        handbooks: "Podręczniki",
        languages: "Języki",
        search: "Szukaj",
        skip: "Przejdź do treści",
        contents: "Spis treści",
        language: "Język",
        translation: "Tłumaczenie",
        original: "Oryginał",
        changed: "Oryginał zmieniono",
        reviewed: "Ostatnie sprawdzenie",
        elsewhere: "Nie przetłumaczono na wybrany język.",
        pdf: "Pobierz jako PDF",
        previous: "Poprzedni",
        next: "Następny",
        narrow: "Zawęź wyniki",
        show: "Pokaż",
        results: "Wyniki",
        nothing: "Nic nie znaleziono",
        failed: "Biblioteka nie odpowiada. Spróbuj ponownie później.",
        preview: "Podgląd szkicu. To nie jest opublikowane.",
        until: "Odnośnik działa do",
    },
    ro: {
        handbooks: "Ghiduri",
        languages: "Limbi",
        search: "Căutare",
        skip: "Salt la conținut",
        contents: "Cuprins",
        language: "Limbă",
        translation: "Traducere",
        original: "Original",
        changed: "Originalul a fost modificat la",
        reviewed: "Ultima verificare",
        elsewhere: "Fără traducere în limba aleasă.",
        pdf: "Descărcați în format PDF",
        previous: "Precedent",
        next: "Următor",
        narrow: "Restrângeți rezultatele",
        show: "Afișați",
        results: "Rezultate",
        nothing: "Nu s-a găsit nimic",
        failed: "Biblioteca nu răspunde. Încercați din nou mai târziu.",
        preview: "Previzualizarea unei ciorne. Aceasta nu este publicată.",
        until: "Legătura este valabilă până la",
    },
};
