package cl.buzon.web.live;

import java.util.List;

/** What went up. */
record DraftFilesJson(List<DraftFileJson> items) {}
