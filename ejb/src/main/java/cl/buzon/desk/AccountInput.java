package cl.buzon.desk;

import cl.buzon.accounts.Account;
import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.EmailAddress;
import cl.buzon.accounts.PortalUser;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.Rut;
import cl.buzon.shared.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was typed about a company or a user, and collects all that is wrong with it. */
final class AccountInput {

    private static final Pattern RUT_FORM = Pattern.compile("[\\d.\\s]{5,}-?\\s*[\\dkK]");

    private final List<Fault> faults = new ArrayList<>();

    String companyName(@Nullable String typed) {
        return line("name", typed, Account.MAX_NAME);
    }

    String userName(String field, @Nullable String typed) {
        return line(field, typed, PortalUser.MAX_NAME);
    }

    Optional<Rut> freeRut(@Nullable String typed, Accounts among) {
        String text = line("rut", typed, 20);
        Optional<Rut> rut = Rut.parse(text);
        if (!text.isEmpty() && rut.isEmpty()) {
            faults.add(Fault.of("rut", RUT_FORM.matcher(text).matches() ? "RUT_CHECK" : "RUT_FORM"));
        }
        if (rut.flatMap(among::findByRut).isPresent()) {
            faults.add(Fault.of("rut", "RUT_TAKEN"));
        }
        return rut;
    }

    Optional<EmailAddress> freeEmail(@Nullable String typed, PortalUsers among) {
        Optional<EmailAddress> email = email(typed);
        if (email.flatMap(among::findByEmail).isPresent()) {
            faults.add(Fault.of("email", "EMAIL_TAKEN"));
        }
        return email;
    }

    /** An address for a user who has one, which may be the same. */
    Optional<EmailAddress> emailOf(PortalUser user, @Nullable String typed, PortalUsers among) {
        Optional<EmailAddress> email = email(typed);
        if (email.flatMap(among::findByEmail)
                .filter(owner -> !owner.id().equals(user.id()))
                .isPresent()) {
            faults.add(Fault.of("email", "EMAIL_TAKEN"));
        }
        return email;
    }

    Optional<EmailAddress> email(@Nullable String typed) {
        String text = line("email", typed, EmailAddress.MAX_LENGTH);
        Optional<EmailAddress> email = EmailAddress.parse(text);
        if (!text.isEmpty() && text.length() <= EmailAddress.MAX_LENGTH && email.isEmpty()) {
            faults.add(Fault.of("email", "EMAIL_FORM"));
        }
        return email;
    }

    void complain(String field, String code, Object... arguments) {
        faults.add(Fault.of(field, code, arguments));
    }

    /** @throws Refusal.InvalidInput with everything that was wrong */
    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
    }

    String line(String field, @Nullable String typed, int max) {
        String text = Wording.tidy(typed).replaceAll("\\s+", " ");
        Wording.fault(field, text, max).ifPresent(faults::add);
        return text;
    }
}
