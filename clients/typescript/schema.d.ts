// Made by `make client` of the description of the API, 27039f7c7e4ff50e64db6b529d2aa9345516f13f43a349a4cab83d3954048894
export interface paths {
    "/api/v1/bulletins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List of bulletins
         * @description Public items of a type, each once: in the language asked for, else in the first of “fallback” that it is in; with “*” in every language. Filters and order apply to what is served.
         */
        get: operations["list_bulletins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_bulletins_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_bulletins_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_bulletins_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bulletins/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bulletin
         * @description An item by its key, in the language asked for, else in the first of “fallback” that it is in; with “*” in its original language. One that is in none of them is not found, and the problem names the languages that it is in.
         */
        get: operations["get_bulletin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue as JSON-LD
         * @description Describes the lists of the library as datasets for catalogues of open data, as DCAT-AP 3.0.1 has it, in all languages. What nobody stated is left out; where DCAT-AP asks for it, a comment of the catalogue says so.
         */
        get: operations["get_catalogue_jsonld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue.rdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue as RDF/XML
         * @description Describes the lists of the library as datasets for catalogues of open data, as DCAT-AP 3.0.1 has it, in all languages. What nobody stated is left out; where DCAT-AP asks for it, a comment of the catalogue says so.
         */
        get: operations["get_catalogue_rdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue.ttl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue as Turtle
         * @description Describes the lists of the library as datasets for catalogues of open data, as DCAT-AP 3.0.1 has it, in all languages. What nobody stated is left out; where DCAT-AP asks for it, a comment of the catalogue says so.
         */
        get: operations["get_catalogue_ttl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes
         * @description Every publication, update, translation, move, withdrawal, unpublication, restriction, expiry and deletion of pages, documents, images and entries of vocabularies, in order, once. Without “since” the answer begins with all that is public. Follow “next” until it is null, keep “cursor”, and ask again with it later. Changes are kept for 400 days. An item whose translations you show is to be fetched anew after a change in any of its languages.
         */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chapters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chapters
         * @description Public items of a type, each once: in the language asked for, else in the first of “fallback” that it is in; with “*” in every language. Filters and order apply to what is served.
         */
        get: operations["list_chapters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chapters.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_chapters_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chapters.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_chapters_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chapters.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_chapters_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chapters/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chapter
         * @description An item by its key, in the language asked for, else in the first of “fallback” that it is in; with “*” in its original language. One that is in none of them is not found, and the problem names the languages that it is in.
         */
        get: operations["get_chapter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Documents
         * @description Files that public pages offer, each work once: in the language asked for, else in the first of “fallback” that it is in; with “*” every file. Filters and order apply to what is served.
         */
        get: operations["list_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_documents_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_documents_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_documents_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Document
         * @description A document by its number, or by that of one of its files, in the language asked for, else in the first of “fallback” that it is in; with “*” in its original language.
         */
        get: operations["get_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events
         * @description The events of projects and the sessions of trainings whose days are known, each once whatever the languages of its work.
         */
        get: operations["list_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_events_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_events_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_events_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures
         * @description Results in figures, added up over the library: figures of one unit and one kind, each work once whatever its languages. Parts of other figures, percentages, what editors keep out of totals, and withdrawn works are left out. Each sum comes with the figures that it is made of.
         */
        get: operations["list_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_figures_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_figures_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/figures.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_figures_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List of handbooks
         * @description Public items of a type, each once: in the language asked for, else in the first of “fallback” that it is in; with “*” in every language. Filters and order apply to what is served.
         */
        get: operations["list_handbooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handbooks.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_handbooks_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handbooks.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_handbooks_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handbooks.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_handbooks_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handbooks/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Handbook
         * @description An item by its key, in the language asked for, else in the first of “fallback” that it is in; with “*” in its original language. One that is in none of them is not found, and the problem names the languages that it is in.
         */
        get: operations["get_handbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pictures
         * @description Pictures that public pages show, each once.
         */
        get: operations["list_images"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_images_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_images_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_images_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Picture
         * @description A picture by its number.
         */
        get: operations["get_image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Languages
         * @description The languages of the library, their names, and how much is public in each.
         */
        get: operations["list_languages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/navigation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Navigation
         * @description The front page of a language with its words, and the public pages right below it: the lists of the library and the pages about the site, in their order.
         */
        get: operations["get_navigation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Organisations
         * @description What public pages name, each once, in the language asked for or in one that may stand in its place. What has no name in these is left out.
         */
        get: operations["list_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_organisations_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_organisations_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_organisations_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One organisation
         * @description One item by its key. Where it has no name in the languages asked for, the answer names those that have one.
         */
        get: operations["get_organisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Standard pages
         * @description Public items of a type, each once: in the language asked for, else in the first of “fallback” that it is in; with “*” in every language. Filters and order apply to what is served.
         */
        get: operations["list_pages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pages.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_pages_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pages.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_pages_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pages.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_pages_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pages/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Standard page
         * @description An item by its key, in the language asked for, else in the first of “fallback” that it is in; with “*” in its original language. One that is in none of them is not found, and the problem names the languages that it is in.
         */
        get: operations["get_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Places
         * @description What public pages name, each once, in the language asked for or in one that may stand in its place. What has no name in these is left out.
         */
        get: operations["list_places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_places_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_places_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_places_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One place
         * @description One item by its key. Where it has no name in the languages asked for, the answer names those that have one.
         */
        get: operations["get_place"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview of a draft
         * @description The draft that a preview link or the editor's preview is of. Nothing of it is in any other answer, and nobody may keep this one. Pictures and files are opened by their addresses as they stand in the answer.
         */
        get: operations["get_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Programmes
         * @description What public pages name, each once, in the language asked for or in one that may stand in its place. What has no name in these is left out.
         */
        get: operations["list_programmes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_programmes_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_programmes_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_programmes_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programmes/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One programme
         * @description One item by its key. Where it has no name in the languages asked for, the answer names those that have one.
         */
        get: operations["get_programme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List of projects
         * @description Public items of a type, each once: in the language asked for, else in the first of “fallback” that it is in; with “*” in every language. Filters and order apply to what is served.
         */
        get: operations["list_projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_projects_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_projects_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_projects_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Project
         * @description An item by its key, in the language asked for, else in the first of “fallback” that it is in; with “*” in its original language. One that is in none of them is not found, and the problem names the languages that it is in.
         */
        get: operations["get_project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Resolve an address
         * @description What is at an address of the site, in all its languages; where a redirect, a permanent address or the root leads; and of an address where nothing is any more, what was there. An address that never was one is not found. What was there is known for 400 days.
         */
        get: operations["resolve_address"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description The search of the site: words in all their forms and in all six languages' ways of writing, the best section of each item, facets, second tries, and items of other languages with the reason.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggestions
         * @description What a text may become while somebody types: names of concepts, words, titles of pages. There are none for fewer than two letters.
         */
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Terms
         * @description What public pages name, each once, in the language asked for or in one that may stand in its place. What has no name in these is left out.
         */
        get: operations["list_terms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_terms_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_terms_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_terms_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One term
         * @description One item by its key. Where it has no name in the languages asked for, the answer names those that have one.
         */
        get: operations["get_term"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Topics
         * @description What public pages name, each once, in the language asked for or in one that may stand in its place. What has no name in these is left out.
         */
        get: operations["list_topics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_topics_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_topics_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_topics_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One topic
         * @description One item by its key. Where it has no name in the languages asked for, the answer names those that have one.
         */
        get: operations["get_topic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List of trainings
         * @description Public items of a type, each once: in the language asked for, else in the first of “fallback” that it is in; with “*” in every language. Filters and order apply to what is served.
         */
        get: operations["list_trainings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_trainings_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainings.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_trainings_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainings.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_trainings_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainings/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Training
         * @description An item by its key, in the language asked for, else in the first of “fallback” that it is in; with “*” in its original language. One that is in none of them is not found, and the problem names the languages that it is in.
         */
        get: operations["get_training"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Units
         * @description What public pages name, each once, in the language asked for or in one that may stand in its place. What has no name in these is left out.
         */
        get: operations["list_units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as CSV
         * @description The whole list as a table, as RFC 4180 has it: UTF-8, commas between the columns, their names in the first row. Works have the columns of the site. A text that a spreadsheet would run as a formula begins with an apostrophe. Filters and order are those of the list.
         */
        get: operations["export_units_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as JSON Lines
         * @description The whole list, each item in a line of its own, as the list has it. Filters and order are those of the list.
         */
        get: operations["export_units_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole list as a workbook (XLSX)
         * @description The whole list as a workbook with one table, whose numbers are numbers and whose days are days. Works have the columns of the site. Filters and order are those of the list.
         */
        get: operations["export_units_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One unit
         * @description One item by its key. Where it has no name in the languages asked for, the answer names those that have one.
         */
        get: operations["get_unit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Webhooks
         * @description A change is sent to each webhook that asked for its type, language and event, as Standard Webhooks has it. Verify the signature before you read the body, and answer within ten seconds. What you have answered may come again.
         */
        post: operations["change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description Call to action */
        ActionBlock: {
            /** @description Identity of the block, the same in every version of the page. */
            id: string | null;
            /** @description Label */
            label: string;
            /** @description Where the link leads; null where readers cannot go. */
            target: (components["schemas"]["PageTarget"] | components["schemas"]["FileTarget"] | components["schemas"]["WebTarget"]) | null;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "action";
        };
        /** @description The text of an item in the form that was asked for; the others are null. */
        BodyOfItem: {
            /** @description Blocks in their order, each of a type. */
            blocks: (components["schemas"]["HeadingBlock"] | components["schemas"]["TextBlock"] | components["schemas"]["QuoteBlock"] | components["schemas"]["TableBlock"] | components["schemas"]["NoteBlock"] | components["schemas"]["PictureBlock"] | components["schemas"]["GalleryBlock"] | components["schemas"]["ActionBlock"] | components["schemas"]["TermBlock"] | components["schemas"]["FactsBlock"])[] | null;
            /**
             * @description The form of the text.
             * @enum {string}
             */
            format: "blocks" | "html" | "markdown";
            /** @description HTML to be embedded, with whole addresses. */
            html: string | null;
            /** @description Markdown (CommonMark) with tables. */
            markdown: string | null;
        };
        /** @description The end of a line within a paragraph. */
        BreakNode: {
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "break";
        };
        /** @description Budget */
        Budget: {
            /** @description Currency */
            currency: string | null;
            /** @description Of which */
            parts: components["schemas"]["BudgetPart"][];
            /** @description Total budget */
            total: string;
        };
        /** @description Part of the budget */
        BudgetPart: {
            /** @description Amount */
            amount: string;
            /** @description Source */
            source: string;
        };
        /** @description Bulletin issue */
        Bulletin: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /** @description The text; null where it was not asked for. */
            body: components["schemas"]["BodyOfItem"] | null;
            /** @description Last change */
            changed_at: string | null;
            /** @description Day */
            date: string | null;
            /** @description Document */
            document: components["schemas"]["DocumentOfWork"] | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language served. */
            language: string;
            /** @description Number */
            number: number;
            /** @description Anchors of the sections in which the original says something else by now. */
            older_sections: string[];
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Code of the language in which it was first written. */
            original_language: string;
            /** @description Address of the work as PDF; null of a page, which is none. */
            pdf_address: string | null;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Project */
            project: components["schemas"]["RelatedItem"] | null;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description Publisher */
            publisher: components["schemas"]["VocabularyName"] | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Summary */
            summary: string | null;
            /** @description Title of the item. */
            title: string;
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description Type of the item. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "bulletin";
            /** @description Reason for the withdrawal */
            withdrawal_reason: string | null;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
        };
        /** @description Bulletin issue */
        BulletinAnswer: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /** @description The text; null where it was not asked for. */
            body: components["schemas"]["BodyOfItem"] | null;
            /** @description Last change */
            changed_at: string | null;
            /** @description Day */
            date: string | null;
            /** @description Document */
            document: components["schemas"]["DocumentOfWork"] | null;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language served. */
            language: string;
            /** @description Number */
            number: number;
            /** @description Anchors of the sections in which the original says something else by now. */
            older_sections: string[];
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Code of the language in which it was first written. */
            original_language: string;
            /** @description Address of the work as PDF; null of a page, which is none. */
            pdf_address: string | null;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Project */
            project: components["schemas"]["RelatedItem"] | null;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description Publisher */
            publisher: components["schemas"]["VocabularyName"] | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Summary */
            summary: string | null;
            /** @description Title of the item. */
            title: string;
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description Type of the item.
             * @default bulletin
             * @constant
             */
            type: "bulletin";
            /** @description Reason for the withdrawal */
            withdrawal_reason: string | null;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
        };
        /** @description Items of a type, in order. */
        BulletinList: {
            /** @description Number of all items. */
            count: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /** @description The items, in order. */
            items: components["schemas"]["Bulletin"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Picture */
        CaptionedPicture: {
            /** @description Caption */
            caption: string | null;
            /** @description Picture */
            picture: components["schemas"]["Picture"] | null;
        };
        /** @description One change of what is public. */
        Change: {
            /** @description Address of the page or the file after the change; null where nothing is left, and of what has neither. */
            address: string | null;
            /** @description Address of the item in the API; null where nothing is left, and of a list or a front page, which is none. */
            api_address: string | null;
            /** @description When it was recorded; null for “present”. */
            at: string | null;
            /**
             * @description What happened. After “unpublished”, “restricted”, “expired” and “deleted” the item is no longer public; after all others its present state is to be fetched. “present”: it was public when the reading began.
             * @enum {string}
             */
            event: "present" | "published" | "translated" | "updated" | "moved" | "withdrawn" | "unpublished" | "restricted" | "expired" | "deleted";
            /** @description Addresses where nothing is any more: a static site drops these pages. */
            former_addresses: string[];
            /** @description Number of a document or an image; null of everything else. */
            id: number | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language that this concerns; “*” of an image, which concerns all. */
            language: string;
            /** @description Address that stays when the page moves; null where nothing is left, and of no page. */
            permanent_address: string | null;
            /** @description Type of the item. */
            type: string;
        };
        /** @description A part of the changes, in order. */
        Changes: {
            /** @description Always null: what is read by cursor is not counted. */
            count: number | null;
            /** @description To be kept, and sent as “since” the next time. */
            cursor: string;
            /** @description The items, in order. */
            items: components["schemas"]["Change"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Always null: what is read by cursor is read forwards. */
            previous: string | null;
        };
        /** @description Chapter */
        Chapter: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /** @description The text; null where it was not asked for. */
            body: components["schemas"]["BodyOfItem"] | null;
            /** @description Last change */
            changed_at: string | null;
            /** @description Handbook */
            handbook: components["schemas"]["RelatedItem"] | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language served. */
            language: string;
            /** @description Number */
            number: number | null;
            /** @description Anchors of the sections in which the original says something else by now. */
            older_sections: string[];
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Code of the language in which it was first written. */
            original_language: string;
            /** @description Address of the work as PDF; null of a page, which is none. */
            pdf_address: string | null;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description Publisher */
            publisher: components["schemas"]["VocabularyName"] | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Summary */
            summary: string | null;
            /** @description Title of the item. */
            title: string;
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description Type of the item. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "chapter";
            /** @description Reason for the withdrawal */
            withdrawal_reason: string | null;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
        };
        /** @description Chapter */
        ChapterAnswer: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /** @description The text; null where it was not asked for. */
            body: components["schemas"]["BodyOfItem"] | null;
            /** @description Last change */
            changed_at: string | null;
            /** @description Handbook */
            handbook: components["schemas"]["RelatedItem"] | null;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language served. */
            language: string;
            /** @description Number */
            number: number | null;
            /** @description Anchors of the sections in which the original says something else by now. */
            older_sections: string[];
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Code of the language in which it was first written. */
            original_language: string;
            /** @description Address of the work as PDF; null of a page, which is none. */
            pdf_address: string | null;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description Publisher */
            publisher: components["schemas"]["VocabularyName"] | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Summary */
            summary: string | null;
            /** @description Title of the item. */
            title: string;
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description Type of the item.
             * @default chapter
             * @constant
             */
            type: "chapter";
            /** @description Reason for the withdrawal */
            withdrawal_reason: string | null;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
        };
        /** @description Items of a type, in order. */
        ChapterList: {
            /** @description Number of all items. */
            count: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /** @description The items, in order. */
            items: components["schemas"]["Chapter"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Chapter */
        ChapterReference: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language. */
            language: string;
            /** @description Languages in which the item is there. */
            languages: string[];
            /** @description Number */
            number: number | null;
            /** @description Title of the item. */
            title: string;
            /** @description Type of the item. */
            type: string;
        };
        /** @description A concept of the library that the text names. */
        Concept: {
            /** @description Name of the concept for the reader. */
            name: components["schemas"]["Label"];
            /** @description Its names in other languages. */
            other_names: components["schemas"]["Label"][];
        };
        /** @description What a concept is called in a language. */
        ConceptName: {
            /** @description Code of the language. */
            language: string;
            /** @description Name in that language. */
            text: string;
        };
        /** @description A concept that is referred to. */
        ConceptReference: {
            /** @description Address of the item in this API. */
            api_address: string;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language of the name. */
            language: string;
            /** @description Name. */
            name: string;
        };
        /** @description Contact */
        Contact: {
            /** @description Address */
            address: string;
            /** @description Department */
            department: string | null;
            /** @description The e-mail address as people read it, with “[@]” in place of its sign. */
            email: string | null;
            /** @description Organisation */
            organisation: components["schemas"]["VocabularyName"] | null;
            /** @description Telephone */
            phone: string | null;
            /** @description Address that leads to writing an e-mail there. */
            write_to: string | null;
        };
        /** @description A file that pages offer, with its editions in other languages. */
        DocumentAnswer: {
            /** @description Address of the file; it stays when the file is replaced. */
            address: string;
            /** @description Address of the item in this API. */
            api_address: string;
            /** @description SHA-1 of the file. */
            checksum: string | null;
            /** @description Edition */
            edition: string | null;
            /** @description Languages in which the item is there. */
            editions: components["schemas"]["EditionOfDocument"][];
            /** @description Number of the file, which links in texts name. */
            file_id: number;
            /** @description Type of the file, for example PDF. */
            format: string;
            /** @description Number of the document, the same in all languages. */
            id: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /**
             * @description Kind
             * @enum {string}
             */
            kind: "report" | "strategy" | "survey" | "guide" | "handbook" | "bulletin" | "promotion" | "other";
            /** @description Code of the language. */
            language: string;
            /** @description Media type of the file. */
            media_type: string;
            /** @description Code of the language of the first edition; null where readers cannot have it. */
            original_language: string | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description Public items that show it in any language. */
            shown_by: components["schemas"]["ShownBy"][];
            /** @description Size in bytes. */
            size: number | null;
            /** @description Title */
            title: string;
            /**
             * @description Type of the item.
             * @constant
             */
            type: "document";
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            uploaded_at: string;
        };
        /** @description A file that pages offer, with its editions in other languages. */
        DocumentItem: {
            /** @description Address of the file; it stays when the file is replaced. */
            address: string;
            /** @description Address of the item in this API. */
            api_address: string;
            /** @description SHA-1 of the file. */
            checksum: string | null;
            /** @description Edition */
            edition: string | null;
            /** @description Languages in which the item is there. */
            editions: components["schemas"]["EditionOfDocument"][];
            /** @description Number of the file, which links in texts name. */
            file_id: number;
            /** @description Type of the file, for example PDF. */
            format: string;
            /** @description Number of the document, the same in all languages. */
            id: number;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /**
             * @description Kind
             * @enum {string}
             */
            kind: "report" | "strategy" | "survey" | "guide" | "handbook" | "bulletin" | "promotion" | "other";
            /** @description Code of the language. */
            language: string;
            /** @description Media type of the file. */
            media_type: string;
            /** @description Code of the language of the first edition; null where readers cannot have it. */
            original_language: string | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description Public items that show it in any language. */
            shown_by: components["schemas"]["ShownBy"][];
            /** @description Size in bytes. */
            size: number | null;
            /** @description Title */
            title: string;
            /**
             * @description Type of the item.
             * @constant
             */
            type: "document";
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            uploaded_at: string;
        };
        /** @description Items of a type, in order. */
        DocumentList: {
            /** @description Number of all items. */
            count: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /** @description The items, in order. */
            items: components["schemas"]["DocumentItem"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Document */
        DocumentOfWork: {
            /** @description Languages in which the item is there. */
            editions: components["schemas"]["FileEdition"][];
            /** @description Kind */
            kind: string;
            /** @description Title */
            title: string;
        };
        /** @description A document in one of the languages in which readers can have it. */
        EditionOfDocument: {
            /** @description Address of the file; it stays when the file is replaced. */
            address: string;
            /** @description Address of the item in this language in the API. */
            api_address: string;
            /** @description SHA-1 of the file. */
            checksum: string | null;
            /** @description Edition */
            edition: string | null;
            /** @description Number of the file, which links in texts name. */
            file_id: number;
            /** @description Type of the file, for example PDF. */
            format: string;
            /** @description Code of the language. */
            language: string;
            /** @description Media type of the file. */
            media_type: string;
            /** @description Size in bytes. */
            size: number | null;
            /** @description Title */
            title: string;
        };
        /** @description Event */
        Event: {
            /**
             * Format: date
             * @description Day
             */
            date: string;
            /**
             * Format: uuid
             * @description Key
             */
            key: string;
            /** @description Place */
            place: components["schemas"]["VocabularyName"] | null;
            /** @description Text */
            text: string | null;
        };
        /** @description An event of a project, or a session of a training. */
        EventItem: {
            /** @description Address on the site where it is told. */
            address: string;
            /**
             * Format: date
             * @description Last day.
             */
            end: string;
            /**
             * Format: uuid
             * @description Key of the event or the session, the same in all languages.
             */
            key: string;
            /** @description Code of the language of all words. */
            language: string;
            /** @description Where it takes place. */
            place: components["schemas"]["ConceptReference"] | null;
            /** @description Code of the language that was asked for. */
            requested: string;
            /**
             * Format: date
             * @description First day.
             */
            start: string;
            /** @description What happens. */
            text: string | null;
            /** @description Title; null of an event, which has none. */
            title: string | null;
            /**
             * @description An event of a project, or a session of a training.
             * @enum {string}
             */
            type: "event" | "session";
            /** @description The project or the training that it belongs to. */
            work: components["schemas"]["WorkReference"];
        };
        /** @description A part of the events and sessions, by day. */
        EventItems: {
            /** @description Number of all items. */
            count: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /** @description The items, in order. */
            items: components["schemas"]["EventItem"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description A value of a facet. */
        FacetValue: {
            /** @description Number of items with it, whatever else of this facet is chosen. */
            count: number;
            /** @description Whether it is chosen. */
            is_chosen: boolean;
            /** @description Name of the value. */
            label: components["schemas"]["Label"];
            /** @description What the parameter takes. */
            value: string;
        };
        /** @description Facts */
        FactsBlock: {
            /** @description End of the section's address, the same in all languages. */
            anchor: string;
            /** @description Heading */
            heading: string;
            /** @description Identity of the block, the same in every version of the page. */
            id: string | null;
            /** @description Kind */
            kind: string;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "facts";
            /** @description What the section says, a text for each fact. */
            words: string[];
        };
        /** @description A parameter or a header that cannot be used. */
        Fault: {
            /**
             * @description All names or values that would do.
             * @default []
             */
            allowed: string[];
            /**
             * @description What is wrong, for programs.
             * @enum {string}
             */
            code: "unknown_parameter" | "unknown_operator" | "unknown_value" | "wrong_type" | "out_of_range" | "repeated" | "damaged_cursor" | "missing" | "not_together" | "damaged_key" | "unknown_key" | "expired_key" | "revoked_key";
            /** @description What is wrong, in the language asked for. */
            detail: string;
            /**
             * @description The most similar name or value that would do.
             * @default null
             */
            nearest: string | null;
            /** @description Name of the parameter or header. */
            parameter: string;
            /**
             * @description What was sent, shortened.
             * @default null
             */
            value: string | null;
        };
        /** @description Figure */
        Figure: {
            /** @description Counts in totals */
            counts_in_totals: boolean;
            /** @description Part of the figure above */
            is_part: boolean;
            /** @description Kind */
            kind: string;
            /** @description Unit */
            unit: components["schemas"]["VocabularyName"] | null;
            /** @description How many */
            value: string;
            /** @description What it says */
            what: string;
        };
        /** @description A figure that enters a sum. */
        FigureAddend: {
            /** @description What the work says of it, in the language of the work. */
            statement: string | null;
            /** @description The figure, exact, as a decimal number. */
            value: string;
            /** @description The work whose figure it is. */
            work: components["schemas"]["WorkReference"];
        };
        /** @description A sum of figures of one unit and one kind. */
        FigureSum: {
            /** @description The figures that it is made of. */
            items: components["schemas"]["FigureAddend"][];
            /**
             * @description Whether it was planned, aimed at, or achieved.
             * @enum {string}
             */
            kind: "planned" | "target" | "achieved";
            /**
             * @description Type of the works: results of projects, or participants of trainings.
             * @enum {string}
             */
            of: "project" | "training";
            /**
             * @description Type of the item.
             * @constant
             */
            type: "figure";
            /** @description What is counted. */
            unit: components["schemas"]["ConceptReference"];
            /** @description The sum, exact, as a decimal number. */
            value: string;
            /** @description Number of works that it comes from. */
            works: number;
        };
        /** @description A part of the sums, those of most works first. */
        FigureSums: {
            /** @description Number of all items. */
            count: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /** @description The items, in order. */
            items: components["schemas"]["FigureSum"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description File */
        FileEdition: {
            /** @description Address */
            address: string;
            /** @description Edition */
            edition: string | null;
            /** @description Type of the file, for example PDF. */
            format: string;
            /** @description Code of the language. */
            language: string;
            /** @description Size in bytes. */
            size: number | null;
        };
        /** @description A link to a file of the site. */
        FileTarget: {
            /** @description Address */
            address: string;
            /** @description SHA-1 of the file. */
            checksum: string | null;
            /** @description Edition */
            edition: string | null;
            /** @description Type of the file, for example PDF. */
            format: string;
            /** @description Identity of the block, the same in every version of the page. */
            id: number;
            /** @description Code of the language. */
            language: string;
            /** @description Media type of the file. */
            media_type: string;
            /** @description Size in bytes. */
            size: number | null;
            /** @description Title */
            title: string;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "file";
        };
        /** @description What a cropped picture keeps, in pixels of the original. */
        FocalPoint: {
            /** @description Height in pixels. */
            height: number | null;
            /** @description Width in pixels. */
            width: number | null;
            /** @description Pixels from the left. */
            x: number;
            /** @description Pixels from the top. */
            y: number;
        };
        /** @description An item that is not public in the language asked for. */
        ForeignHit: {
            /** @description The item, in the language that answers best. */
            item: components["schemas"]["Hit"];
            /** @description Why it was found; without any it has the words as they were typed. */
            reasons: components["schemas"]["Reason"][];
        };
        /** @description What was at an address and is no longer public. */
        FormerItem: {
            /**
             * Format: date-time
             * @description When that was recorded.
             */
            at: string;
            /**
             * @description How it ended.
             * @enum {string}
             */
            event: "unpublished" | "restricted" | "expired" | "deleted";
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language that this concerns. */
            language: string;
            /** @description The item in the languages in which it still is public. */
            translations: components["schemas"]["ResolvedTranslation"][];
            /** @description Type of the item. */
            type: string;
        };
        /** @description Gallery */
        GalleryBlock: {
            /** @description Identity of the block, the same in every version of the page. */
            id: string | null;
            /** @description Pictures */
            pictures: components["schemas"]["CaptionedPicture"][];
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "gallery";
        };
        /** @description Handbook */
        Handbook: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /** @description The text; null where it was not asked for. */
            body: components["schemas"]["BodyOfItem"] | null;
            /** @description Last change */
            changed_at: string | null;
            /** @description Chapters */
            chapters: components["schemas"]["ChapterReference"][];
            /** @description Document */
            document: components["schemas"]["DocumentOfWork"] | null;
            /** @description Edition */
            edition: string | null;
            /** @description ISBN */
            isbn: string | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language served. */
            language: string;
            /** @description Anchors of the sections in which the original says something else by now. */
            older_sections: string[];
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Code of the language in which it was first written. */
            original_language: string;
            /** @description Address of the work as PDF; null of a page, which is none. */
            pdf_address: string | null;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Print run */
            print_run: number | null;
            /** @description Project */
            project: components["schemas"]["RelatedItem"] | null;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description Publisher */
            publisher: components["schemas"]["VocabularyName"] | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Series line on the cover */
            series: string | null;
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Summary */
            summary: string | null;
            /** @description Title of the item. */
            title: string;
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description Type of the item. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "handbook";
            /** @description Reason for the withdrawal */
            withdrawal_reason: string | null;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
            /** @description Year */
            year: number | null;
        };
        /** @description Handbook */
        HandbookAnswer: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /** @description The text; null where it was not asked for. */
            body: components["schemas"]["BodyOfItem"] | null;
            /** @description Last change */
            changed_at: string | null;
            /** @description Chapters */
            chapters: components["schemas"]["ChapterReference"][];
            /** @description Document */
            document: components["schemas"]["DocumentOfWork"] | null;
            /** @description Edition */
            edition: string | null;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /** @description ISBN */
            isbn: string | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language served. */
            language: string;
            /** @description Anchors of the sections in which the original says something else by now. */
            older_sections: string[];
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Code of the language in which it was first written. */
            original_language: string;
            /** @description Address of the work as PDF; null of a page, which is none. */
            pdf_address: string | null;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Print run */
            print_run: number | null;
            /** @description Project */
            project: components["schemas"]["RelatedItem"] | null;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description Publisher */
            publisher: components["schemas"]["VocabularyName"] | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Series line on the cover */
            series: string | null;
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Summary */
            summary: string | null;
            /** @description Title of the item. */
            title: string;
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description Type of the item.
             * @default handbook
             * @constant
             */
            type: "handbook";
            /** @description Reason for the withdrawal */
            withdrawal_reason: string | null;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
            /** @description Year */
            year: number | null;
        };
        /** @description Items of a type, in order. */
        HandbookList: {
            /** @description Number of all items. */
            count: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /** @description The items, in order. */
            items: components["schemas"]["Handbook"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Heading */
        HeadingBlock: {
            /** @description End of the section's address, the same in all languages. */
            anchor: string;
            /** @description Identity of the block, the same in every version of the page. */
            id: string | null;
            /** @description Text */
            text: string;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "heading";
        };
        /** @description An item that was found. */
        Hit: {
            /** @description What the item is and where, as a reader is told. */
            about: components["schemas"]["Label"][];
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API; null of a list or a front page, which is none. */
            api_address: string | null;
            /** @description The piece of the item that has most of the words. */
            excerpt: components["schemas"]["MarkedText"];
            /** @description Whether it has enough of the words to count; items without stand at the end. */
            has_enough_words: boolean;
            /** @description Whether the editors recommend it for these words. */
            is_recommended: boolean;
            /** @description Whether the original has changed since. */
            is_source_changed: boolean;
            /** @description Whether the work was withdrawn: it is public, with a mark. */
            is_withdrawn: boolean;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language of the item. */
            language: string;
            /** @description Who wrote it in this language; null where nobody said. */
            origin: string | null;
            /** @description Title of the work that it is a part of; null where it is one. */
            part_of: string | null;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description The section that answers best; null where none does. */
            section: components["schemas"]["HitSection"] | null;
            /** @description Title of the item. */
            title: components["schemas"]["MarkedText"];
            /** @description The other languages in which it is public. */
            translations: components["schemas"]["HitTranslation"][];
        };
        /** @description The section of a hit that answers best. */
        HitSection: {
            /** @description Address of the section, or of the page of the file. */
            address: string;
            /** @description Heading of the section, or title of the file. */
            heading: components["schemas"]["MarkedText"];
            /** @description Whether it is in a file that the item offers. */
            is_in_file: boolean;
            /** @description Code of the language of the section. */
            language: string;
            /** @description Page of the file; null where it has no numbered pages. */
            page: number | null;
        };
        /** @description Another language in which a hit is public. */
        HitTranslation: {
            /** @description Address of the item in this language. */
            address: string;
            /** @description Address of the item in the API; null of a list or a front page, which is none. */
            api_address: string | null;
            /** @description Code of the language. */
            language: string;
        };
        /** @description The front page of a language, and what it says on every page. */
        Home: {
            /** @description Address of the front page. */
            address: string;
            /** @description A notice for all readers; empty where there is none. */
            notice: string;
            /** @description Who publishes the site. */
            publisher: string;
            /** @description What the site is, in a few words. */
            tagline: string;
        };
        /** @description A picture that pages show. */
        ImageAnswer: {
            /** @description Alternative texts as pages give them, those in the language asked for first. */
            alternatives: components["schemas"]["Label"][];
            /** @description Address of the item in this API. */
            api_address: string;
            /** @description SHA-1 of the file. */
            checksum: string | null;
            /** @description Credit */
            credit: string | null;
            /** @description What a cropped picture keeps, in pixels of the original. */
            focal_point: components["schemas"]["FocalPoint"] | null;
            /** @description Height in pixels. */
            height: number;
            /** @description Number of the item. */
            id: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Media type of the file. */
            media_type: string;
            /** @description The picture in its sizes. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Code of the language asked for. */
            requested: string;
            /** @description Public items that show it in any language. */
            shown_by: components["schemas"]["ShownBy"][];
            /** @description Size in bytes. */
            size: number | null;
            /**
             * @description Type of the item.
             * @constant
             */
            type: "image";
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            uploaded_at: string;
            /** @description Width in pixels. */
            width: number;
        };
        /** @description A picture that pages show. */
        ImageItem: {
            /** @description Alternative texts as pages give them, those in the language asked for first. */
            alternatives: components["schemas"]["Label"][];
            /** @description Address of the item in this API. */
            api_address: string;
            /** @description SHA-1 of the file. */
            checksum: string | null;
            /** @description Credit */
            credit: string | null;
            /** @description What a cropped picture keeps, in pixels of the original. */
            focal_point: components["schemas"]["FocalPoint"] | null;
            /** @description Height in pixels. */
            height: number;
            /** @description Number of the item. */
            id: number;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Media type of the file. */
            media_type: string;
            /** @description The picture in its sizes. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Code of the language asked for. */
            requested: string;
            /** @description Public items that show it in any language. */
            shown_by: components["schemas"]["ShownBy"][];
            /** @description Size in bytes. */
            size: number | null;
            /**
             * @description Type of the item.
             * @constant
             */
            type: "image";
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            uploaded_at: string;
            /** @description Width in pixels. */
            width: number;
        };
        /** @description Items of a type, in order. */
        ImageList: {
            /** @description Number of all items. */
            count: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /** @description The items, in order. */
            items: components["schemas"]["ImageItem"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Items that others refer to, by resource; of what was asked for. */
        Included: {
            /** @description Items of the resource, each once. */
            bulletins?: components["schemas"]["Bulletin"][] | null;
            /** @description Items of the resource, each once. */
            chapters?: components["schemas"]["Chapter"][] | null;
            /** @description Items of the resource, each once. */
            handbooks?: components["schemas"]["Handbook"][] | null;
            /** @description Items of the resource, each once. */
            organisations?: components["schemas"]["OrganisationItem"][] | null;
            /** @description Items of the resource, each once. */
            pages?: components["schemas"]["Page"][] | null;
            /** @description Items of the resource, each once. */
            places?: components["schemas"]["PlaceItem"][] | null;
            /** @description Items of the resource, each once. */
            programmes?: components["schemas"]["ProgrammeItem"][] | null;
            /** @description Items of the resource, each once. */
            projects?: components["schemas"]["Project"][] | null;
            /** @description Items of the resource, each once. */
            topics?: components["schemas"]["TopicItem"][] | null;
            /** @description Items of the resource, each once. */
            trainings?: components["schemas"]["Training"][] | null;
            /** @description Items of the resource, each once. */
            units?: components["schemas"]["UnitItem"][] | null;
        };
        /** @description An entry of a list. */
        ItemNode: {
            /** @description What is inside, in order. */
            children: (components["schemas"]["ParagraphNode"] | components["schemas"]["ListNode"])[];
            /**
             * @description Kind
             * @default item
             * @constant
             */
            type: "item";
        };
        /** @description A short text, in the language asked for where there is one in it. */
        Label: {
            /** @description Code of the language of the text. */
            language: string;
            /** @description The text. */
            text: string;
        };
        /** @description A language of the library. */
        Language: {
            /** @description Front page in the language; null where it is not public. */
            address: string | null;
            /** @description Public works and their parts, by type. */
            counts: components["schemas"]["WorkCounts"];
            /** @description Code of the language. */
            language: string;
            /** @description Name of the language in itself. */
            name: string;
            /** @description Name of the language in each of the languages. */
            names: components["schemas"]["LanguageName"][];
            /** @description Number of public works in the language; a chapter is a part of a work. */
            works: number;
        };
        /** @description How many items another language has. */
        LanguageCount: {
            /** @description Number of items. */
            count: number;
            /** @description Code of the language. */
            language: string;
        };
        /** @description What a language is called in one of the languages. */
        LanguageName: {
            /** @description Code of the language of the name. */
            language: string;
            /** @description Name in that language. */
            name: string;
        };
        /** @description All languages of the library. */
        Languages: {
            /** @description Number of all items. */
            count: number;
            /** @description The items, in order. */
            items: components["schemas"]["Language"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description A page right below the front page. */
        Link: {
            /** @description Address of the page. */
            address: string;
            /** @description Address of its feed (Atom); null where it has none. */
            feed: string | null;
            /** @description Whether it belongs to the library; else it is about the site. */
            is_in_menu: boolean;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Type of the works that it lists; null where it is no list. */
            lists: string | null;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Title of the page. */
            title: string;
        };
        /** @description Words that lead somewhere. */
        LinkNode: {
            /** @description What is inside, in order. */
            children: (components["schemas"]["TextNode"] | components["schemas"]["BreakNode"])[];
            /** @description Where the link leads; null where readers cannot go. */
            target: components["schemas"]["PageTarget"] | components["schemas"]["FileTarget"] | components["schemas"]["WebTarget"];
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "link";
        };
        /** @description A list, numbered where it is ordered. */
        ListNode: {
            /** @description The items, in order. */
            items: components["schemas"]["ItemNode"][];
            /** @description Whether the list is numbered. */
            ordered: boolean;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "list";
        };
        /** @description Where a found word stands in a text, counted in Unicode characters. */
        Mark: {
            /** @description Number of the character after its last one. */
            end: number;
            /** @description Number of its first character, from 0 on. */
            start: number;
        };
        /** @description A text with the found words marked, in two ways. */
        MarkedText: {
            /** @description The text, escaped, with found words in <mark>. */
            html: string;
            /** @description The places of the found words in the text. */
            marks: components["schemas"]["Mark"][];
            /** @description The text without marks. */
            text: string;
        };
        /** @description What is sent to a webhook. */
        Message: {
            /** @description The change, as “changes” tells it; null in a test. */
            data: components["schemas"]["Change"] | null;
            /**
             * Format: date-time
             * @description When the change was recorded.
             */
            timestamp: string;
            /**
             * @description “item.” and the event of the change, or “test”.
             * @enum {string}
             */
            type: "item.published" | "item.translated" | "item.updated" | "item.moved" | "item.withdrawn" | "item.unpublished" | "item.restricted" | "item.expired" | "item.deleted" | "test";
        };
        /** @description A name, with the language that it is written in. */
        Name: {
            /** @description Code of the language. */
            language: string;
            /** @description Text */
            text: string;
        };
        /** @description The frame of the site in a language. */
        Navigation: {
            /** @description Number of all items. */
            count: number;
            /** @description The front page. */
            home: components["schemas"]["Home"];
            /** @description The items, in order. */
            items: components["schemas"]["Link"][];
            /** @description Code of the language served. */
            language: string;
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
            /** @description Code of the language asked for. */
            requested: string;
        };
        /** @description A text that may have been meant, where nothing was found. */
        NearText: {
            /** @description The text with the one for the other. */
            text: string;
            /** @description The word that nothing has. */
            typed: string;
            /** @description A word near to it. */
            word: string;
        };
        /** @description Margin note */
        NoteBlock: {
            /** @description Identity of the block, the same in every version of the page. */
            id: string | null;
            /** @description Kind */
            kind: string;
            /** @description Text */
            text: string;
            /** @description Title */
            title: string;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "note";
        };
        /** @description An organisation that carries projects out, takes part in them or pays. */
        OrganisationItem: {
            /** @description Address of the item in this API. */
            api_address: string;
            /** @description Country, by its two letters (ISO 3166-1). */
            country: string | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /**
             * @description What kind of organisation it is.
             * @enum {string}
             */
            kind: "public_authority" | "association" | "business_support" | "ngo" | "funder";
            /** @description Code of the language of the name and of all words. */
            language: string;
            /** @description Name. */
            name: string;
            /** @description Names in all languages that have one. */
            names: components["schemas"]["ConceptName"][];
            /** @description Code of the language that was asked for. */
            requested: string;
            /** @description Short name or abbreviation. */
            short_name: string | null;
            /** @description Word that stands for it in addresses of the site, the same in all. */
            slug: string;
            /**
             * @description Type of the item.
             * @constant
             */
            type: "organisation";
        };
        /** @description An organisation that takes part in projects or publishes. */
        OrganisationList: {
            /** @description Number of all items. */
            count: number;
            /** @description The items, in order. */
            items: components["schemas"]["OrganisationItem"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Page */
        Page: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /** @description The text; null where it was not asked for. */
            body: components["schemas"]["BodyOfItem"] | null;
            /** @description Last change */
            changed_at: string | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language served. */
            language: string;
            /** @description Anchors of the sections in which the original says something else by now. */
            older_sections: string[];
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Code of the language in which it was first written. */
            original_language: string;
            /** @description Address of the work as PDF; null of a page, which is none. */
            pdf_address: string | null;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Summary */
            summary: string | null;
            /** @description Title of the item. */
            title: string;
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description Type of the item. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "page";
            /** @description Reason for the withdrawal */
            withdrawal_reason: string | null;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
        };
        /** @description Items of a type, in order. */
        PageList: {
            /** @description Number of all items. */
            count: number;
            /** @description The items, in order. */
            items: components["schemas"]["Page"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description A link to a page of the site. */
        PageTarget: {
            /** @description Address */
            address: string;
            /**
             * Format: uuid
             * @description Key
             */
            key: string;
            /** @description Code of the language. */
            language: string;
            /** @description Type of the item. */
            page_type: string;
            /** @description Path of the address. */
            path: string;
            /** @description Title */
            title: string;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "page";
            /** @description Whether the work was withdrawn: it is public, with a mark. */
            withdrawn: boolean;
        };
        /** @description A paragraph. */
        ParagraphNode: {
            /** @description What is inside, in order. */
            children: (components["schemas"]["TextNode"] | components["schemas"]["BreakNode"] | components["schemas"]["LinkNode"])[];
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "paragraph";
        };
        /** @description Organisation */
        Party: {
            /** @description Country */
            country: string | null;
            /** @description Department */
            department: string | null;
            /** @description Note */
            note: string | null;
            /** @description Number */
            number: number;
            /** @description Name */
            organisation: components["schemas"]["VocabularyName"];
            /** @description Role */
            role: string;
            /** @description Withdrew from the project */
            withdrew: boolean;
        };
        /** @description When something took place, as exactly as is known. */
        Period: {
            /** @description End, written as the beginning is. */
            end: string | null;
            /** @description Duration in months */
            months: number | null;
            /** @description Dates are known */
            precision: ("day" | "month" | "year") | null;
            /** @description Beginning: 2009, 2009-08 or 2009-08-31, as “precision” says. */
            start: string | null;
        };
        /** @description Picture */
        Picture: {
            /** @description Alternative text */
            alt: string | null;
            /** @description Credit */
            credit: string | null;
            /** @description What a cropped picture keeps, in pixels of the original. */
            focal_point: components["schemas"]["FocalPoint"] | null;
            /** @description Height in pixels. */
            height: number;
            /** @description Identity of the block, the same in every version of the page. */
            id: number;
            /** @description The picture in its sizes. */
            renditions: components["schemas"]["Rendition"][];
            /** @description Width in pixels. */
            width: number;
        };
        /** @description Picture */
        PictureBlock: {
            /** @description Caption */
            caption: string | null;
            /** @description Identity of the block, the same in every version of the page. */
            id: string | null;
            /** @description Picture */
            picture: components["schemas"]["Picture"] | null;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "picture";
        };
        /** @description A place of projects, trainings or events. */
        PlaceItem: {
            /** @description Address of the item in this API. */
            api_address: string;
            /** @description Country, by its two letters (ISO 3166-1). */
            country: string;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /**
             * @description What kind of place it is.
             * @enum {string}
             */
            kind: "country" | "region" | "district" | "municipality" | "city";
            /** @description Code of the language of the name and of all words. */
            language: string;
            /** @description Degrees north (WGS 84). */
            latitude: number;
            /** @description Degrees east (WGS 84). */
            longitude: number;
            /** @description Name. */
            name: string;
            /** @description Names in all languages that have one. */
            names: components["schemas"]["ConceptName"][];
            /** @description Code of the statistical region (NUTS). */
            nuts: string | null;
            /** @description Code of the language that was asked for. */
            requested: string;
            /** @description Word that stands for it in addresses of the site, the same in all. */
            slug: string;
            /**
             * @description Type of the item.
             * @constant
             */
            type: "place";
        };
        /** @description A place with its coordinates (WGS 84, degrees). */
        PlaceList: {
            /** @description Number of all items. */
            count: number;
            /** @description The items, in order. */
            items: components["schemas"]["PlaceItem"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Place */
        PlaceOfWork: {
            /** @description Country */
            country: string | null;
            /** @description Seat of the lead organisation */
            is_lead: boolean;
            /** @description Kind */
            kind: string;
            /** @description Latitude */
            latitude: string;
            /** @description Longitude */
            longitude: string;
            /** @description Name */
            name: components["schemas"]["VocabularyName"] | null;
        };
        /** @description A form of a unit after a number. */
        PluralForm: {
            /**
             * @description Plural category of the number in this language (Unicode CLDR).
             * @enum {string}
             */
            plural: "zero" | "one" | "two" | "few" | "many" | "other";
            /** @description The form. */
            text: string;
        };
        /** @description A draft, told as the item that it would be. */
        Preview: {
            /**
             * Format: date-time
             * @description When the token stops working.
             */
            expires_at: string;
            /** @description The item as it was last written, in its language. What it refers to is told where it is public. */
            item: components["schemas"]["Project"] | components["schemas"]["Training"] | components["schemas"]["Handbook"] | components["schemas"]["Chapter"] | components["schemas"]["Bulletin"] | components["schemas"]["Page"];
        };
        /** @description Why there is no answer, as RFC 9457 describes it. */
        Problem: {
            /**
             * @description Where to begin anew.
             * @default null
             */
            begin: string | null;
            /** @description What happened, in the language asked for. */
            detail: string;
            /**
             * @description All faults of the parameters at once.
             * @default []
             */
            errors: components["schemas"]["Fault"][];
            /** @description What was asked for. */
            instance: string;
            /**
             * @description Languages in which the item is there.
             * @default []
             */
            languages: string[];
            /**
             * @description The most similar address that exists.
             * @default null
             */
            nearest: string | null;
            /**
             * @description By which operators find the fault.
             * @default null
             */
            reference: string | null;
            /** @description HTTP status. */
            status: number;
            /** @description Name of this kind of problem, in the language asked for. */
            title: string;
            /** @description Address of the explanation of this kind of problem. */
            type: string;
        };
        /** @description A programme that pays for projects. */
        ProgrammeItem: {
            /** @description Address of the item in this API. */
            api_address: string;
            /** @description Fund from which the programme pays. */
            fund: string | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language of the name and of all words. */
            language: string;
            /** @description Name. */
            name: string;
            /** @description Names in all languages that have one. */
            names: components["schemas"]["ConceptName"][];
            /** @description Code of the language that was asked for. */
            requested: string;
            /** @description Short name or abbreviation. */
            short_name: string | null;
            /** @description Word that stands for it in addresses of the site, the same in all. */
            slug: string;
            /**
             * @description Type of the item.
             * @constant
             */
            type: "programme";
        };
        /** @description A funding programme. */
        ProgrammeList: {
            /** @description Number of all items. */
            count: number;
            /** @description The items, in order. */
            items: components["schemas"]["ProgrammeItem"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Project */
        Project: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /** @description The text; null where it was not asked for. */
            body: components["schemas"]["BodyOfItem"] | null;
            /** @description Budget */
            budget: components["schemas"]["Budget"] | null;
            /** @description Bulletin issues */
            bulletins: components["schemas"]["RelatedItem"][];
            /** @description Last change */
            changed_at: string | null;
            /** @description Project number */
            code: string | null;
            /** @description Contacts */
            contacts: components["schemas"]["Contact"][];
            /** @description Funder's disclaimer */
            disclaimer: string | null;
            /** @description Documents */
            documents: components["schemas"]["DocumentOfWork"][];
            /** @description Events */
            events: components["schemas"]["Event"][];
            /** @description Results in figures */
            figures: components["schemas"]["Figure"][];
            /** @description Full title */
            full_title: string | null;
            /** @description Fund */
            fund: string | null;
            /** @description Handbooks */
            handbooks: components["schemas"]["RelatedItem"][];
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language served. */
            language: string;
            /** @description The project has no partners */
            no_partners: boolean;
            /** @description Anchors of the sections in which the original says something else by now. */
            older_sections: string[];
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Code of the language in which it was first written. */
            original_language: string;
            /** @description Own contribution in per cent */
            own_contribution_percent: string | null;
            /** @description Organisations */
            parties: components["schemas"]["Party"][];
            /** @description Address of the work as PDF; null of a page, which is none. */
            pdf_address: string | null;
            /** @description Period */
            period: components["schemas"]["Period"];
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Places */
            places: components["schemas"]["PlaceOfWork"][];
            /** @description Programme */
            programme: components["schemas"]["VocabularyName"] | null;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Grant scheme */
            scheme: string | null;
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Objectives, stages, activities, outputs, achievements */
            statements: components["schemas"]["Statement"][];
            /** @description Status */
            status: string;
            /** @description Summary */
            summary: string | null;
            /** @description Target groups */
            target_groups: components["schemas"]["TargetGroup"][];
            /** @description Title of the item. */
            title: string;
            /** @description Topics */
            topics: components["schemas"]["VocabularyName"][];
            /** @description Trainings */
            trainings: components["schemas"]["RelatedItem"][];
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description Type of the item. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "project";
            /** @description The project's own site */
            website: string | null;
            /** @description Name of that site */
            website_label: string | null;
            /** @description Reason for the withdrawal */
            withdrawal_reason: string | null;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
        };
        /** @description Project */
        ProjectAnswer: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /** @description The text; null where it was not asked for. */
            body: components["schemas"]["BodyOfItem"] | null;
            /** @description Budget */
            budget: components["schemas"]["Budget"] | null;
            /** @description Bulletin issues */
            bulletins: components["schemas"]["RelatedItem"][];
            /** @description Last change */
            changed_at: string | null;
            /** @description Project number */
            code: string | null;
            /** @description Contacts */
            contacts: components["schemas"]["Contact"][];
            /** @description Funder's disclaimer */
            disclaimer: string | null;
            /** @description Documents */
            documents: components["schemas"]["DocumentOfWork"][];
            /** @description Events */
            events: components["schemas"]["Event"][];
            /** @description Results in figures */
            figures: components["schemas"]["Figure"][];
            /** @description Full title */
            full_title: string | null;
            /** @description Fund */
            fund: string | null;
            /** @description Handbooks */
            handbooks: components["schemas"]["RelatedItem"][];
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language served. */
            language: string;
            /** @description The project has no partners */
            no_partners: boolean;
            /** @description Anchors of the sections in which the original says something else by now. */
            older_sections: string[];
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Code of the language in which it was first written. */
            original_language: string;
            /** @description Own contribution in per cent */
            own_contribution_percent: string | null;
            /** @description Organisations */
            parties: components["schemas"]["Party"][];
            /** @description Address of the work as PDF; null of a page, which is none. */
            pdf_address: string | null;
            /** @description Period */
            period: components["schemas"]["Period"];
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Places */
            places: components["schemas"]["PlaceOfWork"][];
            /** @description Programme */
            programme: components["schemas"]["VocabularyName"] | null;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Grant scheme */
            scheme: string | null;
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Objectives, stages, activities, outputs, achievements */
            statements: components["schemas"]["Statement"][];
            /** @description Status */
            status: string;
            /** @description Summary */
            summary: string | null;
            /** @description Target groups */
            target_groups: components["schemas"]["TargetGroup"][];
            /** @description Title of the item. */
            title: string;
            /** @description Topics */
            topics: components["schemas"]["VocabularyName"][];
            /** @description Trainings */
            trainings: components["schemas"]["RelatedItem"][];
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description Type of the item.
             * @default project
             * @constant
             */
            type: "project";
            /** @description The project's own site */
            website: string | null;
            /** @description Name of that site */
            website_label: string | null;
            /** @description Reason for the withdrawal */
            withdrawal_reason: string | null;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
        };
        /** @description Items of a type, in order. */
        ProjectList: {
            /** @description Number of all items. */
            count: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /** @description The items, in order. */
            items: components["schemas"]["Project"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Quotation */
        QuoteBlock: {
            /** @description Identity of the block, the same in every version of the page. */
            id: string | null;
            /** @description Source */
            source: string | null;
            /** @description Text */
            text: string;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "quote";
        };
        /** @description A text as it was read. */
        ReadText: {
            /** @description Concepts of the library that the text names. */
            concepts: components["schemas"]["Concept"][];
            /** @description Words that no item may have. */
            excluded: string[];
            /** @description Words left out of a long text. */
            left_out: string[];
            /** @description Words that have to stand side by side. */
            phrases: string[];
            /** @description Another text that was searched for; null where none. */
            second_try: components["schemas"]["SecondTry"] | null;
            /** @description The text as it was taken: one line, without control characters. */
            text: string;
            /** @description Words that are too common to look for. */
            too_common: string[];
            /** @description The words that were looked for. */
            words: components["schemas"]["SearchWord"][];
        };
        /** @description A concept by which an item in another language was found. */
        Reason: {
            /** @description Whether it is a proper name, as of an organisation; else a term. */
            is_name: boolean;
            /** @description Name of the concept for the reader. */
            name: components["schemas"]["Label"];
            /** @description Name of the concept in the language of the item. */
            name_there: components["schemas"]["Label"];
        };
        /** @description Another item, in the language in which the reader reads it best. */
        RelatedItem: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language. */
            language: string;
            /** @description Languages in which the item is there. */
            languages: string[];
            /** @description Title of the item. */
            title: string;
            /** @description Type of the item. */
            type: string;
        };
        /** @description A picture in one size. */
        Rendition: {
            /** @description Address */
            address: string;
            /** @description Height in pixels. */
            height: number;
            /** @description Media type of the file. */
            media_type: string;
            /** @description Name */
            name: string;
            /** @description Width in pixels. */
            width: number;
        };
        /** @description What is to be known of an address. */
        Resolved: {
            /** @description Where the address leads; null where nothing is any more. */
            address: string | null;
            /** @description What was there; null where something is. */
            former: components["schemas"]["FormerItem"] | null;
            /** @description Whether it leads there for good; null where it leads nowhere else. */
            is_permanent: boolean | null;
            /** @description The item there; null where nothing is any more, or the address leaves the library. */
            item: components["schemas"]["ResolvedItem"] | null;
            /** @description The path that was asked for. */
            path: string;
            /**
             * @description “here”: the item is at this address. “elsewhere”: the address leads on, as a redirect or a permanent address. “gone”: an item was here that is no longer public.
             * @enum {string}
             */
            state: "here" | "elsewhere" | "gone";
        };
        /** @description What is at an address. */
        ResolvedItem: {
            /** @description Address of the item. */
            address: string;
            /** @description Whether the work was withdrawn: it is public, with a mark. */
            is_withdrawn: boolean;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language of the item at this address. */
            language: string;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Title of the item. */
            title: string;
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["ResolvedTranslation"][];
            /** @description Type of the item. */
            type: string;
        };
        /** @description An item in one of the languages in which it is public. */
        ResolvedTranslation: {
            /** @description Address of the item in this language. */
            address: string;
            /** @description Code of the language. */
            language: string;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Title in this language. */
            title: string;
        };
        /** @description A facet: a parameter by which the items can be narrowed. */
        SearchFacet: {
            /** @description Name of the parameter. */
            name: string;
            /** @description Title for readers. */
            title: string;
            /** @description Values that items have or that are chosen. */
            values: components["schemas"]["FacetValue"][];
        };
        /** @description What was found. “count” is of the items that have enough of the words. */
        SearchResults: {
            /** @description Number of all items. */
            count: number;
            /** @description Sent as “after”, it leads to what follows these items, however many items there are and whatever is published meanwhile; null at the end. */
            cursor: string | null;
            /** @description The facets with what the items have of them. */
            facets: components["schemas"]["SearchFacet"][];
            /** @description Items that are public in other languages only; with the first part alone. */
            in_other_languages: components["schemas"]["ForeignHit"][];
            /** @description Whether the search engine does not answer, and the database did: items may be fewer. */
            is_simpler: boolean;
            /** @description The items, in order. */
            items: components["schemas"]["Hit"][];
            /** @description Code of the language of the labels. */
            language: string;
            /** @description Texts that may have been meant, where nothing was found. */
            near: components["schemas"]["NearText"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Other languages that have items. */
            other_languages: components["schemas"]["LanguageCount"][];
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
            /** @description How the text was read. */
            read: components["schemas"]["ReadText"];
            /** @description Code of the language that was searched. */
            results_language: string;
        };
        /** @description A word of the text as it was read. */
        SearchWord: {
            /** @description Other forms of it that the items have. */
            forms: string[];
            /**
             * @description How it was read: as typed, in other diacritics or letters, as a name of a concept, written together or apart, by its parts, beginning or relatives; “layout” and “near” are second tries; “nowhere”: not found.
             * @enum {string}
             */
            how: "nowhere" | "typed" | "diacritics" | "letters" | "concept" | "together" | "apart" | "parts" | "prefix" | "related" | "layout" | "near";
            /** @description Other languages that have the word, where this one has not. */
            languages: string[];
            /** @description The word as it was typed. */
            text: string;
            /** @description Words that were looked for in its place. */
            used: string[];
        };
        /** @description Another text that was searched for; “verbatim=true” takes it back. */
        SecondTry: {
            /**
             * @description “layout”: the other layout of the keyboard. “near”: words near to mistyped ones.
             * @enum {string}
             */
            how: "layout" | "near";
            /** @description The text that the items are for. */
            text: string;
        };
        /** @description Session */
        Session: {
            /** @description Places for participants */
            capacity: number | null;
            /** @description First day */
            first: string | null;
            /**
             * Format: uuid
             * @description Key
             */
            key: string;
            /** @description Code of the language. */
            language: string;
            /** @description Last day */
            last: string | null;
            /** @description Place */
            place: components["schemas"]["VocabularyName"] | null;
            /** @description Text */
            text: string | null;
            /** @description Title */
            title: string;
        };
        /** @description An item that shows it, in the language in which the reader reads it best. */
        ShownBy: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language. */
            language: string;
            /** @description Title of the item. */
            title: string;
            /** @description Type of the item. */
            type: string;
        };
        /** @description Statement */
        Statement: {
            /** @description Kind */
            kind: string;
            /** @description Name */
            name: string | null;
            /** @description Text */
            text: string | null;
        };
        /** @description What a text may become. */
        Suggestion: {
            /** @description Where it leads on the site: to the page, or to a search. */
            address: string;
            /** @description What it is, or its other name; null where that is not known. */
            detail: components["schemas"]["Label"] | null;
            /**
             * @description “concept”: a name, searched for by all its names. “search”: words. “page”: a title.
             * @enum {string}
             */
            kind: "concept" | "search" | "page";
            /** @description Code of the language of the text. */
            language: string;
            /** @description The text, or the title of the page. */
            text: string;
        };
        /** @description What a text may become, the most probable first. */
        Suggestions: {
            /** @description Number of all items. */
            count: number;
            /** @description The items, in order. */
            items: components["schemas"]["Suggestion"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Table */
        TableBlock: {
            /** @description Caption */
            caption: string | null;
            /** @description Heads of the columns. */
            columns: string[];
            /** @description Identity of the block, the same in every version of the page. */
            id: string | null;
            /** @description Rows from top to bottom, each with a cell a column. */
            rows: string[][];
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "table";
        };
        /** @description Target group */
        TargetGroup: {
            /** @description Counts in totals */
            counts_in_totals: boolean;
            /** @description In detail */
            detail: string | null;
            /** @description Kind */
            kind: string;
            /** @description Name */
            name: string | null;
            /** @description Unit */
            unit: components["schemas"]["VocabularyName"] | null;
            /** @description How many */
            value: number | null;
        };
        /** @description A concept of the glossary. */
        TermAnswer: {
            /** @description Address of the item in this API. */
            api_address: string;
            /** @description Forms that are not to be used in this language. */
            avoid: string[];
            /** @description Definition. */
            definition: string;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language of the name and of all words. */
            language: string;
            /** @description Name. */
            name: string;
            /** @description Names in all languages that have one. */
            names: components["schemas"]["ConceptName"][];
            /** @description Code of the language that was asked for. */
            requested: string;
            /** @description Word that stands for it in addresses of the site, the same in all. */
            slug: string;
            /** @description Subject field. */
            subject: components["schemas"]["ConceptReference"] | null;
            /**
             * @description Type of the item.
             * @constant
             */
            type: "term";
            /** @description Synonyms and abbreviations in this language. */
            variants: string[];
        };
        /** @description Term */
        TermBlock: {
            /** @description Definition */
            definition: components["schemas"]["Name"];
            /** @description Identity of the block, the same in every version of the page. */
            id: string | null;
            /** @description Key */
            key: string;
            /** @description Name */
            name: components["schemas"]["Name"];
            /** @description Translations */
            names: components["schemas"]["Name"][];
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "term";
        };
        /** @description A concept of the glossary. */
        TermItem: {
            /** @description Address of the item in this API. */
            api_address: string;
            /** @description Forms that are not to be used in this language. */
            avoid: string[];
            /** @description Definition. */
            definition: string;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language of the name and of all words. */
            language: string;
            /** @description Name. */
            name: string;
            /** @description Names in all languages that have one. */
            names: components["schemas"]["ConceptName"][];
            /** @description Code of the language that was asked for. */
            requested: string;
            /** @description Word that stands for it in addresses of the site, the same in all. */
            slug: string;
            /** @description Subject field. */
            subject: components["schemas"]["ConceptReference"] | null;
            /**
             * @description Type of the item.
             * @constant
             */
            type: "term";
            /** @description Synonyms and abbreviations in this language. */
            variants: string[];
        };
        /** @description A concept of the glossary: name, synonyms, forms to avoid and definition in each language. */
        TermList: {
            /** @description Number of all items. */
            count: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /** @description The items, in order. */
            items: components["schemas"]["TermItem"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Text */
        TextBlock: {
            /** @description Text */
            content: (components["schemas"]["ParagraphNode"] | components["schemas"]["ListNode"])[];
            /** @description Identity of the block, the same in every version of the page. */
            id: string | null;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "text";
        };
        /** @description Words */
        TextNode: {
            /** @description Whether the words are bold. */
            bold: boolean;
            /** @description Whether the words are italic. */
            italic: boolean;
            /** @description Text */
            text: string;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "text";
        };
        /** @description What works are about. */
        TopicItem: {
            /** @description Address of the item in this API. */
            api_address: string;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language of the name and of all words. */
            language: string;
            /** @description Name. */
            name: string;
            /** @description Names in all languages that have one. */
            names: components["schemas"]["ConceptName"][];
            /** @description Code of the language that was asked for. */
            requested: string;
            /** @description Word that stands for it in addresses of the site, the same in all. */
            slug: string;
            /**
             * @description Type of the item.
             * @constant
             */
            type: "topic";
        };
        /** @description What a page is about. */
        TopicList: {
            /** @description Number of all items. */
            count: number;
            /** @description The items, in order. */
            items: components["schemas"]["TopicItem"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description Training */
        Training: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /** @description For whom */
            audience: string | null;
            /** @description The text; null where it was not asked for. */
            body: components["schemas"]["BodyOfItem"] | null;
            /** @description Last change */
            changed_at: string | null;
            /** @description Contacts */
            contacts: components["schemas"]["Contact"][];
            /** @description Documents */
            documents: components["schemas"]["DocumentOfWork"][];
            /** @description Picture */
            image: components["schemas"]["Picture"] | null;
            /** @description Alternative text */
            image_alt: string | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Kind */
            kind: string;
            /** @description Code of the language served. */
            language: string;
            /** @description Objectives */
            objectives: string[];
            /** @description Anchors of the sections in which the original says something else by now. */
            older_sections: string[];
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Code of the language in which it was first written. */
            original_language: string;
            /** @description Participants */
            participants: components["schemas"]["Figure"][];
            /** @description Address of the work as PDF; null of a page, which is none. */
            pdf_address: string | null;
            /** @description Period */
            period: components["schemas"]["Period"];
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Places */
            places: components["schemas"]["PlaceOfWork"][];
            /** @description Project */
            project: components["schemas"]["RelatedItem"] | null;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Sessions */
            sessions: components["schemas"]["Session"][];
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Status */
            status: string;
            /** @description Summary */
            summary: string | null;
            /** @description Title of the item. */
            title: string;
            /** @description Topics */
            topics: components["schemas"]["VocabularyName"][];
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description Type of the item. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "training";
            /** @description Reason for the withdrawal */
            withdrawal_reason: string | null;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
        };
        /** @description Training */
        TrainingAnswer: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /** @description For whom */
            audience: string | null;
            /** @description The text; null where it was not asked for. */
            body: components["schemas"]["BodyOfItem"] | null;
            /** @description Last change */
            changed_at: string | null;
            /** @description Contacts */
            contacts: components["schemas"]["Contact"][];
            /** @description Documents */
            documents: components["schemas"]["DocumentOfWork"][];
            /** @description Picture */
            image: components["schemas"]["Picture"] | null;
            /** @description Alternative text */
            image_alt: string | null;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Kind */
            kind: string;
            /** @description Code of the language served. */
            language: string;
            /** @description Objectives */
            objectives: string[];
            /** @description Anchors of the sections in which the original says something else by now. */
            older_sections: string[];
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Code of the language in which it was first written. */
            original_language: string;
            /** @description Participants */
            participants: components["schemas"]["Figure"][];
            /** @description Address of the work as PDF; null of a page, which is none. */
            pdf_address: string | null;
            /** @description Period */
            period: components["schemas"]["Period"];
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Places */
            places: components["schemas"]["PlaceOfWork"][];
            /** @description Project */
            project: components["schemas"]["RelatedItem"] | null;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description Code of the language asked for. */
            requested: string;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Sessions */
            sessions: components["schemas"]["Session"][];
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Status */
            status: string;
            /** @description Summary */
            summary: string | null;
            /** @description Title of the item. */
            title: string;
            /** @description Topics */
            topics: components["schemas"]["VocabularyName"][];
            /** @description The item in all languages in which it is public. */
            translations: components["schemas"]["Translation"][];
            /**
             * @description Type of the item.
             * @default training
             * @constant
             */
            type: "training";
            /** @description Reason for the withdrawal */
            withdrawal_reason: string | null;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
        };
        /** @description Items of a type, in order. */
        TrainingList: {
            /** @description Number of all items. */
            count: number;
            /** @description Items that “include” asked for, each once; left out where nothing was asked for. */
            included?: components["schemas"]["Included"] | null;
            /** @description The items, in order. */
            items: components["schemas"]["Training"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description An item in one of the languages in which it is public. */
        Translation: {
            /** @description Address of the item in this language. */
            address: string;
            /** @description Address of the item in this language in the API. */
            api_address: string;
            /** @description Code of the language. */
            language: string;
            /** @description Who wrote the words; null where nobody said. */
            origin: string | null;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description When it was published first. */
            published_at: string | null;
            /** @description When somebody last checked that the page is right. */
            reviewed_on: string | null;
            /** @description Since when the original says something else; null of one that is up to date. */
            source_changed_on: string | null;
            /** @description Title in this language. */
            title: string;
        };
        /** @description What results in figures count. */
        UnitItem: {
            /** @description Address of the item in this API. */
            api_address: string;
            /** @description Forms after a number, one a plural category. */
            forms: components["schemas"]["PluralForm"][];
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language of the name and of all words. */
            language: string;
            /** @description Name. */
            name: string;
            /** @description Names in all languages that have one. */
            names: components["schemas"]["ConceptName"][];
            /** @description Code of the language that was asked for. */
            requested: string;
            /** @description Word that stands for it in addresses of the site, the same in all. */
            slug: string;
            /**
             * @description Type of the item.
             * @constant
             */
            type: "unit";
        };
        /**
         * @description What a figure counts, in each plural form of the language.
         *
         *     `forms` has a line a plural category of the language, in the order of the Unicode CLDR.
         */
        UnitList: {
            /** @description Number of all items. */
            count: number;
            /** @description The items, in order. */
            items: components["schemas"]["UnitItem"][];
            /** @description Address of the next part; null at the end. */
            next: string | null;
            /** @description Address of the part before; null at the beginning. */
            previous: string | null;
        };
        /** @description An entry of a vocabulary by its word in addresses, and its name with the language that it is written in. */
        VocabularyName: {
            /** @description Code of the language. */
            language: string;
            /** @description Word that stands for it in addresses of the site, the same in all. */
            slug: string;
            /** @description Text */
            text: string;
        };
        /** @description A link to any other address. */
        WebTarget: {
            /** @description Address */
            address: string;
            /**
             * @description Kind (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "web";
        };
        /** @description How much is public in a language, by type. */
        WorkCounts: {
            /** @description Bulletins. */
            bulletins: number;
            /** @description Chapters of handbooks. */
            chapters: number;
            /** @description Handbooks. */
            handbooks: number;
            /** @description Projects. */
            projects: number;
            /** @description Trainings. */
            trainings: number;
        };
        /** @description A work that is referred to. */
        WorkReference: {
            /** @description Address of the item. */
            address: string;
            /** @description Address of the item in the API. */
            api_address: string;
            /**
             * Format: uuid
             * @description Key of the item, the same in all languages.
             */
            key: string;
            /** @description Code of the language. */
            language: string;
            /** @description Address that stays when the item moves. */
            permanent_address: string;
            /** @description Title of the item. */
            title: string;
            /** @description Type of the item. */
            type: string;
            /** @description Withdrawn on */
            withdrawn_on: string | null;
        };
    };
    responses: {
        /** @description Damaged request */
        "bad-request": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Changes no longer kept */
        gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Invalid parameters */
        "invalid-parameters": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Key not accepted */
        "key-not-accepted": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Method not allowed */
        "method-not-allowed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Format not available */
        "not-acceptable": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nothing found */
        "not-found": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Server error */
        "server-error": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        "too-many-requests": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Temporarily unavailable */
        unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_bulletins: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Number */
                number?: number[];
                /** @description Number One of several values, with commas between them. */
                number__in?: string[];
                /** @description Number Without this value. */
                number__not?: number[];
                /** @description Number More, or later, than this. */
                number__gt?: number;
                /** @description Number This or more, or later. */
                number__gte?: number;
                /** @description Number Less, or earlier, than this. */
                number__lt?: number;
                /** @description Number This or less, or earlier. */
                number__lte?: number;
                /** @description Number Whether it is not stated. */
                number__isnull?: "true" | "false";
                /** @description Day */
                date?: string[];
                /** @description Day One of several values, with commas between them. */
                date__in?: string[];
                /** @description Day Without this value. */
                date__not?: string[];
                /** @description Day More, or later, than this. */
                date__gt?: string;
                /** @description Day This or more, or later. */
                date__gte?: string;
                /** @description Day Less, or earlier, than this. */
                date__lt?: string;
                /** @description Day This or less, or earlier. */
                date__lte?: string;
                /** @description Day Whether it is not stated. */
                date__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List of bulletins */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulletinList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_bulletins_csv: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Number */
                number?: number[];
                /** @description Number One of several values, with commas between them. */
                number__in?: string[];
                /** @description Number Without this value. */
                number__not?: number[];
                /** @description Number More, or later, than this. */
                number__gt?: number;
                /** @description Number This or more, or later. */
                number__gte?: number;
                /** @description Number Less, or earlier, than this. */
                number__lt?: number;
                /** @description Number This or less, or earlier. */
                number__lte?: number;
                /** @description Number Whether it is not stated. */
                number__isnull?: "true" | "false";
                /** @description Day */
                date?: string[];
                /** @description Day One of several values, with commas between them. */
                date__in?: string[];
                /** @description Day Without this value. */
                date__not?: string[];
                /** @description Day More, or later, than this. */
                date__gt?: string;
                /** @description Day This or more, or later. */
                date__gte?: string;
                /** @description Day Less, or earlier, than this. */
                date__lt?: string;
                /** @description Day This or less, or earlier. */
                date__lte?: string;
                /** @description Day Whether it is not stated. */
                date__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_bulletins_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Number */
                number?: number[];
                /** @description Number One of several values, with commas between them. */
                number__in?: string[];
                /** @description Number Without this value. */
                number__not?: number[];
                /** @description Number More, or later, than this. */
                number__gt?: number;
                /** @description Number This or more, or later. */
                number__gte?: number;
                /** @description Number Less, or earlier, than this. */
                number__lt?: number;
                /** @description Number This or less, or earlier. */
                number__lte?: number;
                /** @description Number Whether it is not stated. */
                number__isnull?: "true" | "false";
                /** @description Day */
                date?: string[];
                /** @description Day One of several values, with commas between them. */
                date__in?: string[];
                /** @description Day Without this value. */
                date__not?: string[];
                /** @description Day More, or later, than this. */
                date__gt?: string;
                /** @description Day This or more, or later. */
                date__gte?: string;
                /** @description Day Less, or earlier, than this. */
                date__lt?: string;
                /** @description Day This or less, or earlier. */
                date__lte?: string;
                /** @description Day Whether it is not stated. */
                date__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_bulletins_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Number */
                number?: number[];
                /** @description Number One of several values, with commas between them. */
                number__in?: string[];
                /** @description Number Without this value. */
                number__not?: number[];
                /** @description Number More, or later, than this. */
                number__gt?: number;
                /** @description Number This or more, or later. */
                number__gte?: number;
                /** @description Number Less, or earlier, than this. */
                number__lt?: number;
                /** @description Number This or less, or earlier. */
                number__lte?: number;
                /** @description Number Whether it is not stated. */
                number__isnull?: "true" | "false";
                /** @description Day */
                date?: string[];
                /** @description Day One of several values, with commas between them. */
                date__in?: string[];
                /** @description Day Without this value. */
                date__not?: string[];
                /** @description Day More, or later, than this. */
                date__gt?: string;
                /** @description Day This or more, or later. */
                date__gte?: string;
                /** @description Day Less, or earlier, than this. */
                date__lt?: string;
                /** @description Day This or less, or earlier. */
                date__lte?: string;
                /** @description Day Whether it is not stated. */
                date__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_bulletin: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bulletin */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulletinAnswer"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_catalogue_jsonld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue as JSON-LD */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_catalogue_rdf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue as RDF/XML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/rdf+xml": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_catalogue_ttl: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue as Turtle */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/turtle": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_changes: {
        parameters: {
            query?: {
                /** @description Cursor of an earlier answer. */
                since?: string;
                /** @description Changes in this language, and of images; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Type of the item. */
                type?: "project" | "training" | "handbook" | "chapter" | "bulletin" | "page" | "document" | "image" | "organisation" | "programme" | "topic" | "place" | "unit" | "term";
                /** @description Most items of an answer. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            410: components["responses"]["gone"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_chapters: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Handbook */
                handbook?: string[];
                /** @description Handbook One of several values, with commas between them. */
                handbook__in?: string[];
                /** @description Handbook Without this value. */
                handbook__not?: string[];
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Chapters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChapterList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_chapters_csv: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Handbook */
                handbook?: string[];
                /** @description Handbook One of several values, with commas between them. */
                handbook__in?: string[];
                /** @description Handbook Without this value. */
                handbook__not?: string[];
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_chapters_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Handbook */
                handbook?: string[];
                /** @description Handbook One of several values, with commas between them. */
                handbook__in?: string[];
                /** @description Handbook Without this value. */
                handbook__not?: string[];
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_chapters_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Handbook */
                handbook?: string[];
                /** @description Handbook One of several values, with commas between them. */
                handbook__in?: string[];
                /** @description Handbook Without this value. */
                handbook__not?: string[];
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_chapter: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Chapter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChapterAnswer"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_documents: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Number of the document, the same in all languages. */
                id?: number[];
                /** @description Number of the document, the same in all languages. One of several values, with commas between them. */
                id__in?: string[];
                /** @description Number of the document, the same in all languages. Without this value. */
                id__not?: number[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("report" | "strategy" | "survey" | "guide" | "handbook" | "bulletin" | "promotion" | "other")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("report" | "strategy" | "survey" | "guide" | "handbook" | "bulletin" | "promotion" | "other")[];
                /** @description Size in bytes. */
                size?: number[];
                /** @description Size in bytes. One of several values, with commas between them. */
                size__in?: string[];
                /** @description Size in bytes. Without this value. */
                size__not?: number[];
                /** @description Size in bytes. More, or later, than this. */
                size__gt?: number;
                /** @description Size in bytes. This or more, or later. */
                size__gte?: number;
                /** @description Size in bytes. Less, or earlier, than this. */
                size__lt?: number;
                /** @description Size in bytes. This or less, or earlier. */
                size__lte?: number;
                /** @description Size in bytes. Whether it is not stated. */
                size__isnull?: "true" | "false";
                /** @description SHA-1 of the file. */
                checksum?: string[];
                /** @description SHA-1 of the file. One of several values, with commas between them. */
                checksum__in?: string[];
                /** @description SHA-1 of the file. Without this value. */
                checksum__not?: string[];
                /** @description Order of the items. */
                order?: "title" | "-title" | "newest";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Documents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_documents_csv: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Number of the document, the same in all languages. */
                id?: number[];
                /** @description Number of the document, the same in all languages. One of several values, with commas between them. */
                id__in?: string[];
                /** @description Number of the document, the same in all languages. Without this value. */
                id__not?: number[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("report" | "strategy" | "survey" | "guide" | "handbook" | "bulletin" | "promotion" | "other")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("report" | "strategy" | "survey" | "guide" | "handbook" | "bulletin" | "promotion" | "other")[];
                /** @description Size in bytes. */
                size?: number[];
                /** @description Size in bytes. One of several values, with commas between them. */
                size__in?: string[];
                /** @description Size in bytes. Without this value. */
                size__not?: number[];
                /** @description Size in bytes. More, or later, than this. */
                size__gt?: number;
                /** @description Size in bytes. This or more, or later. */
                size__gte?: number;
                /** @description Size in bytes. Less, or earlier, than this. */
                size__lt?: number;
                /** @description Size in bytes. This or less, or earlier. */
                size__lte?: number;
                /** @description Size in bytes. Whether it is not stated. */
                size__isnull?: "true" | "false";
                /** @description SHA-1 of the file. */
                checksum?: string[];
                /** @description SHA-1 of the file. One of several values, with commas between them. */
                checksum__in?: string[];
                /** @description SHA-1 of the file. Without this value. */
                checksum__not?: string[];
                /** @description Order of the items. */
                order?: "title" | "-title" | "newest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_documents_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Number of the document, the same in all languages. */
                id?: number[];
                /** @description Number of the document, the same in all languages. One of several values, with commas between them. */
                id__in?: string[];
                /** @description Number of the document, the same in all languages. Without this value. */
                id__not?: number[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("report" | "strategy" | "survey" | "guide" | "handbook" | "bulletin" | "promotion" | "other")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("report" | "strategy" | "survey" | "guide" | "handbook" | "bulletin" | "promotion" | "other")[];
                /** @description Size in bytes. */
                size?: number[];
                /** @description Size in bytes. One of several values, with commas between them. */
                size__in?: string[];
                /** @description Size in bytes. Without this value. */
                size__not?: number[];
                /** @description Size in bytes. More, or later, than this. */
                size__gt?: number;
                /** @description Size in bytes. This or more, or later. */
                size__gte?: number;
                /** @description Size in bytes. Less, or earlier, than this. */
                size__lt?: number;
                /** @description Size in bytes. This or less, or earlier. */
                size__lte?: number;
                /** @description Size in bytes. Whether it is not stated. */
                size__isnull?: "true" | "false";
                /** @description SHA-1 of the file. */
                checksum?: string[];
                /** @description SHA-1 of the file. One of several values, with commas between them. */
                checksum__in?: string[];
                /** @description SHA-1 of the file. Without this value. */
                checksum__not?: string[];
                /** @description Order of the items. */
                order?: "title" | "-title" | "newest";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_documents_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Number of the document, the same in all languages. */
                id?: number[];
                /** @description Number of the document, the same in all languages. One of several values, with commas between them. */
                id__in?: string[];
                /** @description Number of the document, the same in all languages. Without this value. */
                id__not?: number[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("report" | "strategy" | "survey" | "guide" | "handbook" | "bulletin" | "promotion" | "other")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("report" | "strategy" | "survey" | "guide" | "handbook" | "bulletin" | "promotion" | "other")[];
                /** @description Size in bytes. */
                size?: number[];
                /** @description Size in bytes. One of several values, with commas between them. */
                size__in?: string[];
                /** @description Size in bytes. Without this value. */
                size__not?: number[];
                /** @description Size in bytes. More, or later, than this. */
                size__gt?: number;
                /** @description Size in bytes. This or more, or later. */
                size__gte?: number;
                /** @description Size in bytes. Less, or earlier, than this. */
                size__lt?: number;
                /** @description Size in bytes. This or less, or earlier. */
                size__lte?: number;
                /** @description Size in bytes. Whether it is not stated. */
                size__isnull?: "true" | "false";
                /** @description SHA-1 of the file. */
                checksum?: string[];
                /** @description SHA-1 of the file. One of several values, with commas between them. */
                checksum__in?: string[];
                /** @description SHA-1 of the file. Without this value. */
                checksum__not?: string[];
                /** @description Order of the items. */
                order?: "title" | "-title" | "newest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_document: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
            };
            header?: never;
            path: {
                /** @description Number of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentAnswer"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_events: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Events of projects alone, or sessions of trainings alone. */
                type?: "event" | "session";
                /** @description What ends on this day or later. */
                since?: string;
                /** @description What begins on this day or earlier. */
                until?: string;
                /** @description Country of the place, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country of the place, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Earliest first, or with “-” latest first. */
                order?: "start" | "-start";
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventItems"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_events_csv: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Events of projects alone, or sessions of trainings alone. */
                type?: "event" | "session";
                /** @description What ends on this day or later. */
                since?: string;
                /** @description What begins on this day or earlier. */
                until?: string;
                /** @description Country of the place, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country of the place, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Earliest first, or with “-” latest first. */
                order?: "start" | "-start";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_events_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Events of projects alone, or sessions of trainings alone. */
                type?: "event" | "session";
                /** @description What ends on this day or later. */
                since?: string;
                /** @description What begins on this day or earlier. */
                until?: string;
                /** @description Country of the place, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country of the place, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Earliest first, or with “-” latest first. */
                order?: "start" | "-start";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_events_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Events of projects alone, or sessions of trainings alone. */
                type?: "event" | "session";
                /** @description What ends on this day or later. */
                since?: string;
                /** @description What begins on this day or earlier. */
                until?: string;
                /** @description Country of the place, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country of the place, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Earliest first, or with “-” latest first. */
                order?: "start" | "-start";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_figures: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Figures of works of this type alone. */
                of?: "project" | "training";
                /** @description Figures of this kind alone. */
                kind?: "planned" | "target" | "achieved";
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureSums"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_figures_csv: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Figures of works of this type alone. */
                of?: "project" | "training";
                /** @description Figures of this kind alone. */
                kind?: "planned" | "target" | "achieved";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_figures_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Figures of works of this type alone. */
                of?: "project" | "training";
                /** @description Figures of this kind alone. */
                kind?: "planned" | "target" | "achieved";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_figures_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Figures of works of this type alone. */
                of?: "project" | "training";
                /** @description Figures of this kind alone. */
                kind?: "planned" | "target" | "achieved";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_handbooks: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List of handbooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbookList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_handbooks_csv: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_handbooks_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_handbooks_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_handbook: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Handbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandbookAnswer"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_images: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Number of the item. */
                id?: number[];
                /** @description Number of the item. One of several values, with commas between them. */
                id__in?: string[];
                /** @description Number of the item. Without this value. */
                id__not?: number[];
                /** @description Credit */
                credit?: string[];
                /** @description Credit One of several values, with commas between them. */
                credit__in?: string[];
                /** @description Credit Without this value. */
                credit__not?: string[];
                /** @description Credit Contains this, in capitals or small letters. */
                credit__contains?: string[];
                /** @description Credit Whether it is not stated. */
                credit__isnull?: "true" | "false";
                /** @description Width in pixels. */
                width?: number[];
                /** @description Width in pixels. One of several values, with commas between them. */
                width__in?: string[];
                /** @description Width in pixels. Without this value. */
                width__not?: number[];
                /** @description Width in pixels. More, or later, than this. */
                width__gt?: number;
                /** @description Width in pixels. This or more, or later. */
                width__gte?: number;
                /** @description Width in pixels. Less, or earlier, than this. */
                width__lt?: number;
                /** @description Width in pixels. This or less, or earlier. */
                width__lte?: number;
                /** @description Width in pixels. Whether it is not stated. */
                width__isnull?: "true" | "false";
                /** @description Height in pixels. */
                height?: number[];
                /** @description Height in pixels. One of several values, with commas between them. */
                height__in?: string[];
                /** @description Height in pixels. Without this value. */
                height__not?: number[];
                /** @description Height in pixels. More, or later, than this. */
                height__gt?: number;
                /** @description Height in pixels. This or more, or later. */
                height__gte?: number;
                /** @description Height in pixels. Less, or earlier, than this. */
                height__lt?: number;
                /** @description Height in pixels. This or less, or earlier. */
                height__lte?: number;
                /** @description Height in pixels. Whether it is not stated. */
                height__isnull?: "true" | "false";
                /** @description SHA-1 of the file. */
                checksum?: string[];
                /** @description SHA-1 of the file. One of several values, with commas between them. */
                checksum__in?: string[];
                /** @description SHA-1 of the file. Without this value. */
                checksum__not?: string[];
                /** @description Order of the items. */
                order?: "newest" | "-newest";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pictures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_images_csv: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Number of the item. */
                id?: number[];
                /** @description Number of the item. One of several values, with commas between them. */
                id__in?: string[];
                /** @description Number of the item. Without this value. */
                id__not?: number[];
                /** @description Credit */
                credit?: string[];
                /** @description Credit One of several values, with commas between them. */
                credit__in?: string[];
                /** @description Credit Without this value. */
                credit__not?: string[];
                /** @description Credit Contains this, in capitals or small letters. */
                credit__contains?: string[];
                /** @description Credit Whether it is not stated. */
                credit__isnull?: "true" | "false";
                /** @description Width in pixels. */
                width?: number[];
                /** @description Width in pixels. One of several values, with commas between them. */
                width__in?: string[];
                /** @description Width in pixels. Without this value. */
                width__not?: number[];
                /** @description Width in pixels. More, or later, than this. */
                width__gt?: number;
                /** @description Width in pixels. This or more, or later. */
                width__gte?: number;
                /** @description Width in pixels. Less, or earlier, than this. */
                width__lt?: number;
                /** @description Width in pixels. This or less, or earlier. */
                width__lte?: number;
                /** @description Width in pixels. Whether it is not stated. */
                width__isnull?: "true" | "false";
                /** @description Height in pixels. */
                height?: number[];
                /** @description Height in pixels. One of several values, with commas between them. */
                height__in?: string[];
                /** @description Height in pixels. Without this value. */
                height__not?: number[];
                /** @description Height in pixels. More, or later, than this. */
                height__gt?: number;
                /** @description Height in pixels. This or more, or later. */
                height__gte?: number;
                /** @description Height in pixels. Less, or earlier, than this. */
                height__lt?: number;
                /** @description Height in pixels. This or less, or earlier. */
                height__lte?: number;
                /** @description Height in pixels. Whether it is not stated. */
                height__isnull?: "true" | "false";
                /** @description SHA-1 of the file. */
                checksum?: string[];
                /** @description SHA-1 of the file. One of several values, with commas between them. */
                checksum__in?: string[];
                /** @description SHA-1 of the file. Without this value. */
                checksum__not?: string[];
                /** @description Order of the items. */
                order?: "newest" | "-newest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_images_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Number of the item. */
                id?: number[];
                /** @description Number of the item. One of several values, with commas between them. */
                id__in?: string[];
                /** @description Number of the item. Without this value. */
                id__not?: number[];
                /** @description Credit */
                credit?: string[];
                /** @description Credit One of several values, with commas between them. */
                credit__in?: string[];
                /** @description Credit Without this value. */
                credit__not?: string[];
                /** @description Credit Contains this, in capitals or small letters. */
                credit__contains?: string[];
                /** @description Credit Whether it is not stated. */
                credit__isnull?: "true" | "false";
                /** @description Width in pixels. */
                width?: number[];
                /** @description Width in pixels. One of several values, with commas between them. */
                width__in?: string[];
                /** @description Width in pixels. Without this value. */
                width__not?: number[];
                /** @description Width in pixels. More, or later, than this. */
                width__gt?: number;
                /** @description Width in pixels. This or more, or later. */
                width__gte?: number;
                /** @description Width in pixels. Less, or earlier, than this. */
                width__lt?: number;
                /** @description Width in pixels. This or less, or earlier. */
                width__lte?: number;
                /** @description Width in pixels. Whether it is not stated. */
                width__isnull?: "true" | "false";
                /** @description Height in pixels. */
                height?: number[];
                /** @description Height in pixels. One of several values, with commas between them. */
                height__in?: string[];
                /** @description Height in pixels. Without this value. */
                height__not?: number[];
                /** @description Height in pixels. More, or later, than this. */
                height__gt?: number;
                /** @description Height in pixels. This or more, or later. */
                height__gte?: number;
                /** @description Height in pixels. Less, or earlier, than this. */
                height__lt?: number;
                /** @description Height in pixels. This or less, or earlier. */
                height__lte?: number;
                /** @description Height in pixels. Whether it is not stated. */
                height__isnull?: "true" | "false";
                /** @description SHA-1 of the file. */
                checksum?: string[];
                /** @description SHA-1 of the file. One of several values, with commas between them. */
                checksum__in?: string[];
                /** @description SHA-1 of the file. Without this value. */
                checksum__not?: string[];
                /** @description Order of the items. */
                order?: "newest" | "-newest";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_images_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Number of the item. */
                id?: number[];
                /** @description Number of the item. One of several values, with commas between them. */
                id__in?: string[];
                /** @description Number of the item. Without this value. */
                id__not?: number[];
                /** @description Credit */
                credit?: string[];
                /** @description Credit One of several values, with commas between them. */
                credit__in?: string[];
                /** @description Credit Without this value. */
                credit__not?: string[];
                /** @description Credit Contains this, in capitals or small letters. */
                credit__contains?: string[];
                /** @description Credit Whether it is not stated. */
                credit__isnull?: "true" | "false";
                /** @description Width in pixels. */
                width?: number[];
                /** @description Width in pixels. One of several values, with commas between them. */
                width__in?: string[];
                /** @description Width in pixels. Without this value. */
                width__not?: number[];
                /** @description Width in pixels. More, or later, than this. */
                width__gt?: number;
                /** @description Width in pixels. This or more, or later. */
                width__gte?: number;
                /** @description Width in pixels. Less, or earlier, than this. */
                width__lt?: number;
                /** @description Width in pixels. This or less, or earlier. */
                width__lte?: number;
                /** @description Width in pixels. Whether it is not stated. */
                width__isnull?: "true" | "false";
                /** @description Height in pixels. */
                height?: number[];
                /** @description Height in pixels. One of several values, with commas between them. */
                height__in?: string[];
                /** @description Height in pixels. Without this value. */
                height__not?: number[];
                /** @description Height in pixels. More, or later, than this. */
                height__gt?: number;
                /** @description Height in pixels. This or more, or later. */
                height__gte?: number;
                /** @description Height in pixels. Less, or earlier, than this. */
                height__lt?: number;
                /** @description Height in pixels. This or less, or earlier. */
                height__lte?: number;
                /** @description Height in pixels. Whether it is not stated. */
                height__isnull?: "true" | "false";
                /** @description SHA-1 of the file. */
                checksum?: string[];
                /** @description SHA-1 of the file. One of several values, with commas between them. */
                checksum__in?: string[];
                /** @description SHA-1 of the file. Without this value. */
                checksum__not?: string[];
                /** @description Order of the items. */
                order?: "newest" | "-newest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_image: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
            };
            header?: never;
            path: {
                /** @description Number of the item. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageAnswer"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_languages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Languages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Languages"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_navigation: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Navigation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Navigation"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_organisations: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description Country, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Without this value. */
                country__not?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("public_authority" | "association" | "business_support" | "ngo" | "funder")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("public_authority" | "association" | "business_support" | "ngo" | "funder")[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Organisations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_organisations_csv: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description Country, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Without this value. */
                country__not?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("public_authority" | "association" | "business_support" | "ngo" | "funder")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("public_authority" | "association" | "business_support" | "ngo" | "funder")[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_organisations_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description Country, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Without this value. */
                country__not?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("public_authority" | "association" | "business_support" | "ngo" | "funder")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("public_authority" | "association" | "business_support" | "ngo" | "funder")[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_organisations_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description Country, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Without this value. */
                country__not?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("public_authority" | "association" | "business_support" | "ngo" | "funder")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("public_authority" | "association" | "business_support" | "ngo" | "funder")[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_organisation: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationItem"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_pages: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Standard pages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_pages_csv: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_pages_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_pages_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_page: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Standard page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_places: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description Country, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Without this value. */
                country__not?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("country" | "region" | "district" | "municipality" | "city")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("country" | "region" | "district" | "municipality" | "city")[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Places */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_places_csv: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description Country, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Without this value. */
                country__not?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("country" | "region" | "district" | "municipality" | "city")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("country" | "region" | "district" | "municipality" | "city")[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_places_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description Country, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Without this value. */
                country__not?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("country" | "region" | "district" | "municipality" | "city")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("country" | "region" | "district" | "municipality" | "city")[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_places_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description Country, by its two letters (ISO 3166-1). */
                country?: string[];
                /** @description Country, by its two letters (ISO 3166-1). One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Without this value. */
                country__not?: string[];
                /** @description Country, by its two letters (ISO 3166-1). Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Kind. */
                kind?: ("country" | "region" | "district" | "municipality" | "city")[];
                /** @description Kind. One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind. Without this value. */
                kind__not?: ("country" | "region" | "district" | "municipality" | "city")[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_place: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceItem"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_preview: {
        parameters: {
            query?: {
                /** @description Form of the text: blocks of typed values, HTML or Markdown. */
                format?: "blocks" | "html" | "markdown";
            };
            header: {
                /** @description Token of the preview, as the front end's preview address has it. */
                "Preview-Token": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Preview of a draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_programmes: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Programmes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_programmes_csv: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_programmes_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_programmes_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_programme: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One programme */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgrammeItem"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_projects: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Programme */
                programme?: string[];
                /** @description Programme One of several values, with commas between them. */
                programme__in?: string[];
                /** @description Programme Without this value. */
                programme__not?: string[];
                /** @description Programme Whether it is not stated. */
                programme__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Status */
                status?: string[];
                /** @description Status One of several values, with commas between them. */
                status__in?: string[];
                /** @description Status Without this value. */
                status__not?: string[];
                /** @description Status Whether it is not stated. */
                status__isnull?: "true" | "false";
                /** @description Project number */
                code?: string[];
                /** @description Project number One of several values, with commas between them. */
                code__in?: string[];
                /** @description Project number Without this value. */
                code__not?: string[];
                /** @description Project number Contains this, in capitals or small letters. */
                code__contains?: string[];
                /** @description Project number Whether it is not stated. */
                code__isnull?: "true" | "false";
                /** @description First day */
                start?: string[];
                /** @description First day One of several values, with commas between them. */
                start__in?: string[];
                /** @description First day Without this value. */
                start__not?: string[];
                /** @description First day More, or later, than this. */
                start__gt?: string;
                /** @description First day This or more, or later. */
                start__gte?: string;
                /** @description First day Less, or earlier, than this. */
                start__lt?: string;
                /** @description First day This or less, or earlier. */
                start__lte?: string;
                /** @description First day Whether it is not stated. */
                start__isnull?: "true" | "false";
                /** @description Last day */
                end?: string[];
                /** @description Last day One of several values, with commas between them. */
                end__in?: string[];
                /** @description Last day Without this value. */
                end__not?: string[];
                /** @description Last day More, or later, than this. */
                end__gt?: string;
                /** @description Last day This or more, or later. */
                end__gte?: string;
                /** @description Last day Less, or earlier, than this. */
                end__lt?: string;
                /** @description Last day This or less, or earlier. */
                end__lte?: string;
                /** @description Last day Whether it is not stated. */
                end__isnull?: "true" | "false";
                /** @description Total budget */
                budget_total?: string[];
                /** @description Total budget One of several values, with commas between them. */
                budget_total__in?: string[];
                /** @description Total budget Without this value. */
                budget_total__not?: string[];
                /** @description Total budget More, or later, than this. */
                budget_total__gt?: string;
                /** @description Total budget This or more, or later. */
                budget_total__gte?: string;
                /** @description Total budget Less, or earlier, than this. */
                budget_total__lt?: string;
                /** @description Total budget This or less, or earlier. */
                budget_total__lte?: string;
                /** @description Total budget Whether it is not stated. */
                budget_total__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List of projects */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_projects_csv: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Programme */
                programme?: string[];
                /** @description Programme One of several values, with commas between them. */
                programme__in?: string[];
                /** @description Programme Without this value. */
                programme__not?: string[];
                /** @description Programme Whether it is not stated. */
                programme__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Status */
                status?: string[];
                /** @description Status One of several values, with commas between them. */
                status__in?: string[];
                /** @description Status Without this value. */
                status__not?: string[];
                /** @description Status Whether it is not stated. */
                status__isnull?: "true" | "false";
                /** @description Project number */
                code?: string[];
                /** @description Project number One of several values, with commas between them. */
                code__in?: string[];
                /** @description Project number Without this value. */
                code__not?: string[];
                /** @description Project number Contains this, in capitals or small letters. */
                code__contains?: string[];
                /** @description Project number Whether it is not stated. */
                code__isnull?: "true" | "false";
                /** @description First day */
                start?: string[];
                /** @description First day One of several values, with commas between them. */
                start__in?: string[];
                /** @description First day Without this value. */
                start__not?: string[];
                /** @description First day More, or later, than this. */
                start__gt?: string;
                /** @description First day This or more, or later. */
                start__gte?: string;
                /** @description First day Less, or earlier, than this. */
                start__lt?: string;
                /** @description First day This or less, or earlier. */
                start__lte?: string;
                /** @description First day Whether it is not stated. */
                start__isnull?: "true" | "false";
                /** @description Last day */
                end?: string[];
                /** @description Last day One of several values, with commas between them. */
                end__in?: string[];
                /** @description Last day Without this value. */
                end__not?: string[];
                /** @description Last day More, or later, than this. */
                end__gt?: string;
                /** @description Last day This or more, or later. */
                end__gte?: string;
                /** @description Last day Less, or earlier, than this. */
                end__lt?: string;
                /** @description Last day This or less, or earlier. */
                end__lte?: string;
                /** @description Last day Whether it is not stated. */
                end__isnull?: "true" | "false";
                /** @description Total budget */
                budget_total?: string[];
                /** @description Total budget One of several values, with commas between them. */
                budget_total__in?: string[];
                /** @description Total budget Without this value. */
                budget_total__not?: string[];
                /** @description Total budget More, or later, than this. */
                budget_total__gt?: string;
                /** @description Total budget This or more, or later. */
                budget_total__gte?: string;
                /** @description Total budget Less, or earlier, than this. */
                budget_total__lt?: string;
                /** @description Total budget This or less, or earlier. */
                budget_total__lte?: string;
                /** @description Total budget Whether it is not stated. */
                budget_total__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_projects_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Programme */
                programme?: string[];
                /** @description Programme One of several values, with commas between them. */
                programme__in?: string[];
                /** @description Programme Without this value. */
                programme__not?: string[];
                /** @description Programme Whether it is not stated. */
                programme__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Status */
                status?: string[];
                /** @description Status One of several values, with commas between them. */
                status__in?: string[];
                /** @description Status Without this value. */
                status__not?: string[];
                /** @description Status Whether it is not stated. */
                status__isnull?: "true" | "false";
                /** @description Project number */
                code?: string[];
                /** @description Project number One of several values, with commas between them. */
                code__in?: string[];
                /** @description Project number Without this value. */
                code__not?: string[];
                /** @description Project number Contains this, in capitals or small letters. */
                code__contains?: string[];
                /** @description Project number Whether it is not stated. */
                code__isnull?: "true" | "false";
                /** @description First day */
                start?: string[];
                /** @description First day One of several values, with commas between them. */
                start__in?: string[];
                /** @description First day Without this value. */
                start__not?: string[];
                /** @description First day More, or later, than this. */
                start__gt?: string;
                /** @description First day This or more, or later. */
                start__gte?: string;
                /** @description First day Less, or earlier, than this. */
                start__lt?: string;
                /** @description First day This or less, or earlier. */
                start__lte?: string;
                /** @description First day Whether it is not stated. */
                start__isnull?: "true" | "false";
                /** @description Last day */
                end?: string[];
                /** @description Last day One of several values, with commas between them. */
                end__in?: string[];
                /** @description Last day Without this value. */
                end__not?: string[];
                /** @description Last day More, or later, than this. */
                end__gt?: string;
                /** @description Last day This or more, or later. */
                end__gte?: string;
                /** @description Last day Less, or earlier, than this. */
                end__lt?: string;
                /** @description Last day This or less, or earlier. */
                end__lte?: string;
                /** @description Last day Whether it is not stated. */
                end__isnull?: "true" | "false";
                /** @description Total budget */
                budget_total?: string[];
                /** @description Total budget One of several values, with commas between them. */
                budget_total__in?: string[];
                /** @description Total budget Without this value. */
                budget_total__not?: string[];
                /** @description Total budget More, or later, than this. */
                budget_total__gt?: string;
                /** @description Total budget This or more, or later. */
                budget_total__gte?: string;
                /** @description Total budget Less, or earlier, than this. */
                budget_total__lt?: string;
                /** @description Total budget This or less, or earlier. */
                budget_total__lte?: string;
                /** @description Total budget Whether it is not stated. */
                budget_total__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_projects_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Programme */
                programme?: string[];
                /** @description Programme One of several values, with commas between them. */
                programme__in?: string[];
                /** @description Programme Without this value. */
                programme__not?: string[];
                /** @description Programme Whether it is not stated. */
                programme__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Status */
                status?: string[];
                /** @description Status One of several values, with commas between them. */
                status__in?: string[];
                /** @description Status Without this value. */
                status__not?: string[];
                /** @description Status Whether it is not stated. */
                status__isnull?: "true" | "false";
                /** @description Project number */
                code?: string[];
                /** @description Project number One of several values, with commas between them. */
                code__in?: string[];
                /** @description Project number Without this value. */
                code__not?: string[];
                /** @description Project number Contains this, in capitals or small letters. */
                code__contains?: string[];
                /** @description Project number Whether it is not stated. */
                code__isnull?: "true" | "false";
                /** @description First day */
                start?: string[];
                /** @description First day One of several values, with commas between them. */
                start__in?: string[];
                /** @description First day Without this value. */
                start__not?: string[];
                /** @description First day More, or later, than this. */
                start__gt?: string;
                /** @description First day This or more, or later. */
                start__gte?: string;
                /** @description First day Less, or earlier, than this. */
                start__lt?: string;
                /** @description First day This or less, or earlier. */
                start__lte?: string;
                /** @description First day Whether it is not stated. */
                start__isnull?: "true" | "false";
                /** @description Last day */
                end?: string[];
                /** @description Last day One of several values, with commas between them. */
                end__in?: string[];
                /** @description Last day Without this value. */
                end__not?: string[];
                /** @description Last day More, or later, than this. */
                end__gt?: string;
                /** @description Last day This or more, or later. */
                end__gte?: string;
                /** @description Last day Less, or earlier, than this. */
                end__lt?: string;
                /** @description Last day This or less, or earlier. */
                end__lte?: string;
                /** @description Last day Whether it is not stated. */
                end__isnull?: "true" | "false";
                /** @description Total budget */
                budget_total?: string[];
                /** @description Total budget One of several values, with commas between them. */
                budget_total__in?: string[];
                /** @description Total budget Without this value. */
                budget_total__not?: string[];
                /** @description Total budget More, or later, than this. */
                budget_total__gt?: string;
                /** @description Total budget This or more, or later. */
                budget_total__gte?: string;
                /** @description Total budget Less, or earlier, than this. */
                budget_total__lt?: string;
                /** @description Total budget This or less, or earlier. */
                budget_total__lte?: string;
                /** @description Total budget Whether it is not stated. */
                budget_total__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_project: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Project */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectAnswer"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    resolve_address: {
        parameters: {
            query: {
                /** @description Address of the site: its path, or the whole address. */
                path: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Resolve an address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolved"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    search: {
        parameters: {
            query?: {
                /** @description What is searched for: words, “phrases” in quotation marks, -exclusions. Left out: everything. */
                q?: string;
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Language to search, where it is another one. */
                results_language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Order of the items. */
                order?: "relevance" | "date" | "title";
                /** @description Whether to make no second tries. */
                verbatim?: "false" | "true";
                /** @description A value of this facet, as “facets” of an answer gives it. Repeated: items with any of them. */
                type?: string[];
                /** @description A value of this facet, as “facets” of an answer gives it. Repeated: items with any of them. */
                topic?: string[];
                /** @description A value of this facet, as “facets” of an answer gives it. Repeated: items with any of them. */
                country?: string[];
                /** @description A value of this facet, as “facets” of an answer gives it. Repeated: items with any of them. */
                programme?: string[];
                /** @description A value of this facet, as “facets” of an answer gives it. Repeated: items with any of them. */
                project?: string[];
                /** @description A value of this facet, as “facets” of an answer gives it. Repeated: items with any of them. */
                handbook?: string[];
                /** @description A value of this facet, as “facets” of an answer gives it. Repeated: items with any of them. */
                year?: string[];
                /** @description A value of this facet, as “facets” of an answer gives it. Repeated: items with any of them. */
                status?: string[];
                /** @description A value of this facet, as “facets” of an answer gives it. Repeated: items with any of them. */
                file?: string[];
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
                /** @description Cursor of an earlier answer to the same search. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Search */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    suggest: {
        parameters: {
            query: {
                /** @description What is typed so far. */
                q: string;
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Suggestions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_terms: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Terms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_terms_csv: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_terms_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_terms_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_term: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One term */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermAnswer"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_topics: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Topics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_topics_csv: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_topics_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_topics_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_topic: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One topic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicItem"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_trainings: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Kind */
                kind?: string[];
                /** @description Kind One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind Without this value. */
                kind__not?: string[];
                /** @description Kind Whether it is not stated. */
                kind__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Status */
                status?: string[];
                /** @description Status One of several values, with commas between them. */
                status__in?: string[];
                /** @description Status Without this value. */
                status__not?: string[];
                /** @description Status Whether it is not stated. */
                status__isnull?: "true" | "false";
                /** @description First day */
                start?: string[];
                /** @description First day One of several values, with commas between them. */
                start__in?: string[];
                /** @description First day Without this value. */
                start__not?: string[];
                /** @description First day More, or later, than this. */
                start__gt?: string;
                /** @description First day This or more, or later. */
                start__gte?: string;
                /** @description First day Less, or earlier, than this. */
                start__lt?: string;
                /** @description First day This or less, or earlier. */
                start__lte?: string;
                /** @description First day Whether it is not stated. */
                start__isnull?: "true" | "false";
                /** @description Last day */
                end?: string[];
                /** @description Last day One of several values, with commas between them. */
                end__in?: string[];
                /** @description Last day Without this value. */
                end__not?: string[];
                /** @description Last day More, or later, than this. */
                end__gt?: string;
                /** @description Last day This or more, or later. */
                end__gte?: string;
                /** @description Last day Less, or earlier, than this. */
                end__lt?: string;
                /** @description Last day This or less, or earlier. */
                end__lte?: string;
                /** @description Last day Whether it is not stated. */
                end__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List of trainings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_trainings_csv: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Kind */
                kind?: string[];
                /** @description Kind One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind Without this value. */
                kind__not?: string[];
                /** @description Kind Whether it is not stated. */
                kind__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Status */
                status?: string[];
                /** @description Status One of several values, with commas between them. */
                status__in?: string[];
                /** @description Status Without this value. */
                status__not?: string[];
                /** @description Status Whether it is not stated. */
                status__isnull?: "true" | "false";
                /** @description First day */
                start?: string[];
                /** @description First day One of several values, with commas between them. */
                start__in?: string[];
                /** @description First day Without this value. */
                start__not?: string[];
                /** @description First day More, or later, than this. */
                start__gt?: string;
                /** @description First day This or more, or later. */
                start__gte?: string;
                /** @description First day Less, or earlier, than this. */
                start__lt?: string;
                /** @description First day This or less, or earlier. */
                start__lte?: string;
                /** @description First day Whether it is not stated. */
                start__isnull?: "true" | "false";
                /** @description Last day */
                end?: string[];
                /** @description Last day One of several values, with commas between them. */
                end__in?: string[];
                /** @description Last day Without this value. */
                end__not?: string[];
                /** @description Last day More, or later, than this. */
                end__gt?: string;
                /** @description Last day This or more, or later. */
                end__gte?: string;
                /** @description Last day Less, or earlier, than this. */
                end__lt?: string;
                /** @description Last day This or less, or earlier. */
                end__lte?: string;
                /** @description Last day Whether it is not stated. */
                end__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_trainings_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Kind */
                kind?: string[];
                /** @description Kind One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind Without this value. */
                kind__not?: string[];
                /** @description Kind Whether it is not stated. */
                kind__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Status */
                status?: string[];
                /** @description Status One of several values, with commas between them. */
                status__in?: string[];
                /** @description Status Without this value. */
                status__not?: string[];
                /** @description Status Whether it is not stated. */
                status__isnull?: "true" | "false";
                /** @description First day */
                start?: string[];
                /** @description First day One of several values, with commas between them. */
                start__in?: string[];
                /** @description First day Without this value. */
                start__not?: string[];
                /** @description First day More, or later, than this. */
                start__gt?: string;
                /** @description First day This or more, or later. */
                start__gte?: string;
                /** @description First day Less, or earlier, than this. */
                start__lt?: string;
                /** @description First day This or less, or earlier. */
                start__lte?: string;
                /** @description First day Whether it is not stated. */
                start__isnull?: "true" | "false";
                /** @description Last day */
                end?: string[];
                /** @description Last day One of several values, with commas between them. */
                end__in?: string[];
                /** @description Last day Without this value. */
                end__not?: string[];
                /** @description Last day More, or later, than this. */
                end__gt?: string;
                /** @description Last day This or more, or later. */
                end__gte?: string;
                /** @description Last day Less, or earlier, than this. */
                end__lt?: string;
                /** @description Last day This or less, or earlier. */
                end__lte?: string;
                /** @description Last day Whether it is not stated. */
                end__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. Left out: without the text. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_trainings_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item, the same in all languages. */
                key?: string[];
                /** @description Key of the item, the same in all languages. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Title of the item. */
                title?: string[];
                /** @description Title of the item. One of several values, with commas between them. */
                title__in?: string[];
                /** @description Title of the item. Without this value. */
                title__not?: string[];
                /** @description Title of the item. Contains this, in capitals or small letters. */
                title__contains?: string[];
                /** @description Title of the item. Whether it is not stated. */
                title__isnull?: "true" | "false";
                /** @description Kind */
                kind?: string[];
                /** @description Kind One of several values, with commas between them. */
                kind__in?: string[];
                /** @description Kind Without this value. */
                kind__not?: string[];
                /** @description Kind Whether it is not stated. */
                kind__isnull?: "true" | "false";
                /** @description Country */
                country?: string[];
                /** @description Country One of several values, with commas between them. */
                country__in?: string[];
                /** @description Country Without this value. */
                country__not?: string[];
                /** @description Country Whether it is not stated. */
                country__isnull?: "true" | "false";
                /** @description Topic */
                topic?: string[];
                /** @description Topic One of several values, with commas between them. */
                topic__in?: string[];
                /** @description Topic Without this value. */
                topic__not?: string[];
                /** @description Topic Whether it is not stated. */
                topic__isnull?: "true" | "false";
                /** @description Year */
                year?: string[];
                /** @description Year One of several values, with commas between them. */
                year__in?: string[];
                /** @description Year Without this value. */
                year__not?: string[];
                /** @description Year Whether it is not stated. */
                year__isnull?: "true" | "false";
                /** @description Status */
                status?: string[];
                /** @description Status One of several values, with commas between them. */
                status__in?: string[];
                /** @description Status Without this value. */
                status__not?: string[];
                /** @description Status Whether it is not stated. */
                status__isnull?: "true" | "false";
                /** @description First day */
                start?: string[];
                /** @description First day One of several values, with commas between them. */
                start__in?: string[];
                /** @description First day Without this value. */
                start__not?: string[];
                /** @description First day More, or later, than this. */
                start__gt?: string;
                /** @description First day This or more, or later. */
                start__gte?: string;
                /** @description First day Less, or earlier, than this. */
                start__lt?: string;
                /** @description First day This or less, or earlier. */
                start__lte?: string;
                /** @description First day Whether it is not stated. */
                start__isnull?: "true" | "false";
                /** @description Last day */
                end?: string[];
                /** @description Last day One of several values, with commas between them. */
                end__in?: string[];
                /** @description Last day Without this value. */
                end__not?: string[];
                /** @description Last day More, or later, than this. */
                end__gt?: string;
                /** @description Last day This or more, or later. */
                end__gte?: string;
                /** @description Last day Less, or earlier, than this. */
                end__lt?: string;
                /** @description Last day This or less, or earlier. */
                end__lte?: string;
                /** @description Last day Whether it is not stated. */
                end__isnull?: "true" | "false";
                /** @description Withdrawn on */
                withdrawn_on?: string[];
                /** @description Withdrawn on One of several values, with commas between them. */
                withdrawn_on__in?: string[];
                /** @description Withdrawn on Without this value. */
                withdrawn_on__not?: string[];
                /** @description Withdrawn on More, or later, than this. */
                withdrawn_on__gt?: string;
                /** @description Withdrawn on This or more, or later. */
                withdrawn_on__gte?: string;
                /** @description Withdrawn on Less, or earlier, than this. */
                withdrawn_on__lt?: string;
                /** @description Withdrawn on This or less, or earlier. */
                withdrawn_on__lte?: string;
                /** @description Withdrawn on Whether it is not stated. */
                withdrawn_on__isnull?: "true" | "false";
                /** @description When somebody last checked that the page is right. */
                reviewed_on?: string[];
                /** @description When somebody last checked that the page is right. One of several values, with commas between them. */
                reviewed_on__in?: string[];
                /** @description When somebody last checked that the page is right. Without this value. */
                reviewed_on__not?: string[];
                /** @description When somebody last checked that the page is right. More, or later, than this. */
                reviewed_on__gt?: string;
                /** @description When somebody last checked that the page is right. This or more, or later. */
                reviewed_on__gte?: string;
                /** @description When somebody last checked that the page is right. Less, or earlier, than this. */
                reviewed_on__lt?: string;
                /** @description When somebody last checked that the page is right. This or less, or earlier. */
                reviewed_on__lte?: string;
                /** @description When somebody last checked that the page is right. Whether it is not stated. */
                reviewed_on__isnull?: "true" | "false";
                /** @description Since when the original says something else; null of one that is up to date. */
                source_changed_on?: string[];
                /** @description Since when the original says something else; null of one that is up to date. One of several values, with commas between them. */
                source_changed_on__in?: string[];
                /** @description Since when the original says something else; null of one that is up to date. Without this value. */
                source_changed_on__not?: string[];
                /** @description Since when the original says something else; null of one that is up to date. More, or later, than this. */
                source_changed_on__gt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or more, or later. */
                source_changed_on__gte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Less, or earlier, than this. */
                source_changed_on__lt?: string;
                /** @description Since when the original says something else; null of one that is up to date. This or less, or earlier. */
                source_changed_on__lte?: string;
                /** @description Since when the original says something else; null of one that is up to date. Whether it is not stated. */
                source_changed_on__isnull?: "true" | "false";
                /** @description Project */
                project?: string[];
                /** @description Project One of several values, with commas between them. */
                project__in?: string[];
                /** @description Project Without this value. */
                project__not?: string[];
                /** @description Project Whether it is not stated. */
                project__isnull?: "true" | "false";
                /** @description Order of the items. */
                order?: "newest" | "title" | "-title" | "changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_training: {
        parameters: {
            query?: {
                /** @description Language of the items, or all languages (*); problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro" | "*";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Fields of the items, with commas between them; left out: all. */
                fields?: string;
                /** @description Fields of the items that are left out, with commas between them. */
                omit?: string;
                /** @description Items to be told beside those of the answer: what these refer to, and, after a point, what those refer to. In the language of the answer, or in one of “fallback”; without their texts. */
                include?: string;
                /** @description Form of the text: blocks of typed values, HTML or Markdown. */
                format?: "blocks" | "html" | "markdown";
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Training */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingAnswer"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    list_units: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
                /** @description Most items of an answer. */
                limit?: number;
                /** @description How many items to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitList"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_units_csv: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_units_jsonl: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    export_units_xlsx: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
                /** @description Key of the item. */
                key?: string[];
                /** @description Key of the item. One of several values, with commas between them. */
                key__in?: string[];
                /** @description Key of the item. Without this value. */
                key__not?: string[];
                /** @description Word in addresses. */
                slug?: string[];
                /** @description Word in addresses. One of several values, with commas between them. */
                slug__in?: string[];
                /** @description Word in addresses. Without this value. */
                slug__not?: string[];
                /** @description Name. */
                name?: string[];
                /** @description Name. Contains this, in capitals or small letters. */
                name__contains?: string[];
                /** @description By what the items are ordered; with “-” the other way round. */
                order?: "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole list as a workbook (XLSX) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    get_unit: {
        parameters: {
            query?: {
                /** @description Language of the items; problems are told in it too. */
                language?: "bg" | "en" | "lv" | "nb" | "pl" | "ro";
                /** @description Languages of items that are not there in the language asked for, in their order, with commas between them; * stands for any language, the original first. Left out: no other language. */
                fallback?: string;
            };
            header?: never;
            path: {
                /** @description Key of the item, the same in all languages. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitItem"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["key-not-accepted"];
            404: components["responses"]["not-found"];
            405: components["responses"]["method-not-allowed"];
            406: components["responses"]["not-acceptable"];
            422: components["responses"]["invalid-parameters"];
            429: components["responses"]["too-many-requests"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    change: {
        parameters: {
            query?: never;
            header: {
                /** @description Identifier of the message, the same whenever it is sent again. */
                "webhook-id": string;
                /** @description When it was sent, in seconds since 1970. */
                "webhook-timestamp": string;
                /** @description “v1,” and the HMAC-SHA256 of “id.timestamp.body” by the secret, in Base64; two of them while a former secret is valid. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        responses: {
            /** @description No more messages are wanted: the webhook is turned off. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The message is taken; what is answered otherwise is sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
