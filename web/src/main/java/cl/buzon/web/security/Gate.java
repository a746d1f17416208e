package cl.buzon.web.security;

import java.util.Optional;

/** Who passes to an address, and what becomes of who does not. */
final class Gate {

    enum Verdict {
        PASS,
        SIGN_IN,
        MAKE_PASSWORD,
        REFUSE_UNKNOWN,
        REFUSE_WITHOUT_PASSWORD
    }

    private Gate() {}

    static Verdict judge(String path, Optional<Caller> caller) {
        Routes.Access access = Routes.access(path);
        boolean call = access == Routes.Access.TOKEN || access == Routes.Access.SESSION_CALL;
        if (caller.isPresent()) {
            return judgeKnown(path, caller.get(), call);
        }
        if (access == Routes.Access.EVERYBODY || access == Routes.Access.SIGNATURE) {
            return Verdict.PASS;
        }
        return call ? Verdict.REFUSE_UNKNOWN : Verdict.SIGN_IN;
    }

    private static Verdict judgeKnown(String path, Caller caller, boolean call) {
        if (!caller.mustChangePassword() || Routes.isBeforeFirstPassword(path)) {
            return Verdict.PASS;
        }
        return call ? Verdict.REFUSE_WITHOUT_PASSWORD : Verdict.MAKE_PASSWORD;
    }
}
