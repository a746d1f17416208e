package cl.buzon.web.live;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the page's script sends it.
 *
 * @param files those that have gone up before it and belong to it
 * @param evidence what they are, if any
 */
record ReplyBody(
        @Nullable String text,
        @Nullable List<UUID> files,
        @Nullable String evidence) {}
