package cl.buzon.sandbox.instance;

import cl.buzon.sandbox.instance.Attachments.Kept;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Adds a file to a record: the bytes first, without keeping anybody else from writing, then the row. */
final class Attaching {

    private final Instance instance;
    private final Attachments attachments;

    Attaching(Instance instance, Attachments attachments) {
        this.instance = instance;
        this.attachments = attachments;
    }

    Row attach(Caller caller, String table, String id, String name, String type, InputStream bytes) {
        Row parent = instance.find(table, id).orElseThrow(Denial::noRecord);
        refuseForbidden(name);
        String kept = UUID.randomUUID().toString().replace("-", "");
        Kept content = attachments.keep(kept, bytes, instance.switches().largestAttachment);
        synchronized (instance) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("file_name", name);
            values.put("content_type", type);
            values.put("table_name", table);
            values.put("table_sys_id", id);
            values.put("size_bytes", String.valueOf(content.size()));
            values.put("size_compressed", String.valueOf(content.size()));
            values.put("hash", content.sha256());
            values.put("state", instance.switches().attachmentState);
            Row row = instance.insertAs(caller, Instance.ATTACHMENT, kept, values);
            if (instance.switches().attachmentMovesParent) {
                instance.touch(caller, parent.id());
            }
            instance.find(table, id).ifPresent(now -> instance.tell(now, caller));
            return row;
        }
    }

    private void refuseForbidden(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (instance.switches().forbiddenExtensions.contains(extension)) {
            throw new Denial(
                    403, "Operation Failed", "File type is not allowed or does not match the content of the file");
        }
    }
}
