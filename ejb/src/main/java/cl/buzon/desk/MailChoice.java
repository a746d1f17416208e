package cl.buzon.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wishes to be told by mail.
 *
 * @param language {@code es} or {@code en}
 * @param companyCases whether they are told of the cases of colleagues too; only for administrators of a company
 * @param quotes whether mails to anybody of the company may repeat what people wrote; only for its administrators
 * @param refusedSince since when their address takes no mail, absent when it does; not to be chosen
 */
public record MailChoice(
        String language,
        boolean answers,
        boolean states,
        boolean compensation,
        boolean reminders,
        boolean companyCases,
        boolean quotes,
        @Nullable Instant refusedSince) {}
