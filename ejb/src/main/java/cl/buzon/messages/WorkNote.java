package cl.buzon.messages;

import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.ExecutiveId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What executives note for each other on a case. Its own type in its own table: no customer's query can return one. */
@Entity
@Table(name = "work_note")
public class WorkNote {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "executive_id")
    private UUID executiveId;

    private String body;

    @Column(name = "written_at")
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected WorkNote() {}

    /** @param body a tidied text of 1 to {@link CustomerMessage#MAX_LENGTH} characters */
    public WorkNote(CaseId on, String body, Actor.Executive author, Instant now) {
        this.id = UUID.randomUUID();
        this.caseId = on.value();
        this.executiveId = author.id().value();
        this.body = body;
        this.writtenAt = now;
    }

    public UUID id() {
        return id;
    }

    public CaseId caseId() {
        return new CaseId(caseId);
    }

    public ExecutiveId author() {
        return new ExecutiveId(executiveId);
    }

    public String body() {
        return body;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
