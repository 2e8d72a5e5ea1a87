/** Version of this package. */
export const VERSION: "1.0.0";
export namespace PATHS {
    let get_bulletin: string;
    let get_chapter: string;
    let get_document: string;
    let get_handbook: string;
    let get_image: string;
    let get_navigation: string;
    let get_organisation: string;
    let get_page: string;
    let get_place: string;
    let get_preview: string;
    let get_programme: string;
    let get_project: string;
    let get_term: string;
    let get_topic: string;
    let get_training: string;
    let get_unit: string;
    let list_bulletins: string;
    let list_changes: string;
    let list_chapters: string;
    let list_documents: string;
    let list_events: string;
    let list_figures: string;
    let list_handbooks: string;
    let list_images: string;
    let list_languages: string;
    let list_organisations: string;
    let list_pages: string;
    let list_places: string;
    let list_programmes: string;
    let list_projects: string;
    let list_terms: string;
    let list_topics: string;
    let list_trainings: string;
    let list_units: string;
    let resolve_address: string;
    let search: string;
    let suggest: string;
}
/** Parameters that are sent as headers. @type {string[]} */
export const HEADERS: string[];
