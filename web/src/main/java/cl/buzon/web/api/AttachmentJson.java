package cl.buzon.web.api;

import cl.buzon.desk.AttachmentView;
import java.util.UUID;

/** A file as the answer to its upload names it; the size is in bytes. */
record AttachmentJson(UUID id, String name, String contentType, long size, String sha256) {

    static AttachmentJson of(AttachmentView view) {
        return new AttachmentJson(view.id().value(), view.name(), view.contentType(), view.size(), view.sha256());
    }
}
