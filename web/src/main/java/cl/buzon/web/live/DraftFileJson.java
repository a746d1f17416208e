package cl.buzon.web.live;

import cl.buzon.desk.DraftView;
import java.util.UUID;

/** A file waiting with the draft; the size is in bytes. */
record DraftFileJson(UUID id, String name, String contentType, long size) {

    static DraftFileJson of(DraftView.File file) {
        return new DraftFileJson(file.id(), file.name(), file.contentType(), file.size());
    }
}
