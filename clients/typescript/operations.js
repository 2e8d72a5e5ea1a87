// Made by `make client` of the description of the API, f7f68a6dfb9f6b3a965eb5a602491859c2060528b571ad0759f91ab321a370b0

/** Version of this package. */
export const VERSION = "1.0.0";

/** The path of each operation. */
export const PATHS = {
    get_bulletin: "/api/v1/bulletins/{key}",
    get_chapter: "/api/v1/chapters/{key}",
    get_document: "/api/v1/documents/{id}",
    get_handbook: "/api/v1/handbooks/{key}",
    get_image: "/api/v1/images/{id}",
    get_navigation: "/api/v1/navigation",
    get_organisation: "/api/v1/organisations/{key}",
    get_page: "/api/v1/pages/{key}",
    get_place: "/api/v1/places/{key}",
    get_preview: "/api/v1/preview",
    get_programme: "/api/v1/programmes/{key}",
    get_project: "/api/v1/projects/{key}",
    get_term: "/api/v1/terms/{key}",
    get_topic: "/api/v1/topics/{key}",
    get_training: "/api/v1/trainings/{key}",
    get_unit: "/api/v1/units/{key}",
    list_bulletins: "/api/v1/bulletins",
    list_changes: "/api/v1/changes",
    list_chapters: "/api/v1/chapters",
    list_documents: "/api/v1/documents",
    list_events: "/api/v1/events",
    list_figures: "/api/v1/figures",
    list_handbooks: "/api/v1/handbooks",
    list_images: "/api/v1/images",
    list_languages: "/api/v1/languages",
    list_organisations: "/api/v1/organisations",
    list_pages: "/api/v1/pages",
    list_places: "/api/v1/places",
    list_programmes: "/api/v1/programmes",
    list_projects: "/api/v1/projects",
    list_terms: "/api/v1/terms",
    list_topics: "/api/v1/topics",
    list_trainings: "/api/v1/trainings",
    list_units: "/api/v1/units",
    resolve_address: "/api/v1/resolve",
    search: "/api/v1/search",
    suggest: "/api/v1/suggest",
};

/** Parameters that are sent as headers. @type {string[]} */
export const HEADERS = ["Preview-Token"];
