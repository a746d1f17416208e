package cl.buzon.sandbox.instance;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * In which way this instance is like the others and in which not: instances differ, and a caller has to live with each.
 * Fields may be set at any time; the values here are those of an ordinary instance.
 */
public final class Switches {

    /** What a query with a field does that is not there or may not be read. */
    public enum UnknownField {
        WIDENS,
        GIVES_NO_ROWS,
        IS_FORBIDDEN
    }

    /** What becomes of a choice that nobody has defined. */
    public enum UnknownChoice {
        STAYS,
        IS_EMPTIED,
        IS_REFUSED
    }

    /** What a caller without the right to read a table gets. */
    public enum Unreadable {
        EMPTY,
        FORBIDDEN
    }

    /** The instance's own name in links, whatever host was called. */
    public volatile String address = "https://sandbox.service-now.example";

    public volatile String notAuthenticated = "User Not Authenticated";
    public volatile boolean previousIsMinusOne = true;
    public volatile boolean shufflesUnordered = true;
    public volatile UnknownField unknownField = UnknownField.WIDENS;
    public volatile boolean literalsInUsersZone;
    public volatile UnknownChoice unknownChoice = UnknownChoice.STAYS;

    public volatile boolean closedRefusesUpdates = true;
    public volatile boolean resolutionCodeIsMandatory = true;

    /** A comment of somebody who is no agent opens a case again that waits for information. */
    public volatile boolean commentReopens = true;

    public volatile boolean attachmentMovesParent;

    /** What {@code name} says in journal rows: the class or {@code task}. */
    public volatile boolean journalNamesTask;

    /** The state that a new attachment has: available, pending, not_available or nothing at all. */
    public volatile String attachmentState = "available";

    /** Whether the bytes of an attachment that is not available are given out all the same. */
    public volatile boolean pendingIsServed;

    /** Bytes; a file beyond is refused. */
    public volatile long largestAttachment = 1024L * 1024 * 1024;

    /** Lower case, without the dot; files of these are refused. */
    public final Set<String> forbiddenExtensions = ConcurrentHashMap.newKeySet();

    /** Bytes; a JSON body beyond is refused. */
    public volatile long largestBody = 10L * 1024 * 1024;

    /** Wrong passwords in a row that lock the user for a quarter of an hour; 0 means never. */
    public volatile int passwordsUntilLocked;

    /** Calls an hour under the rate rule; 0 means that no rule applies. */
    public volatile int callsAnHour;

    /** Calls at once that the integration pool takes, its queue included; 0 means any number. */
    public volatile int callsAtOnce;

    /** Seconds that an access token lives. */
    public volatile int tokenLife = 1800;

    public volatile boolean caseApiIsThere = true;

    /** {@code table.column} that the integration user may not read: absent in every answer. */
    public final Set<String> hiddenFields = ConcurrentHashMap.newKeySet();

    /** {@code table.column} that the integration user may not write: refused as a whole. */
    public final Set<String> guardedFields = ConcurrentHashMap.newKeySet();

    /** The sys_ids of rows that the integration user may not see. */
    public final Set<String> hiddenRows = ConcurrentHashMap.newKeySet();

    /** Tables that the integration user may not read. */
    public final Map<String, Unreadable> unreadableTables = new ConcurrentHashMap<>();

    /** {@code Insert table}, {@code Update table}, {@code Delete table} that the integration user may not do. */
    public final Set<String> forbiddenDeeds = ConcurrentHashMap.newKeySet();

    /** {@code table.column} that is shorter here than elsewhere, in characters. */
    public final Map<String, Integer> lengths = new ConcurrentHashMap<>();

    Switches() {}
}
