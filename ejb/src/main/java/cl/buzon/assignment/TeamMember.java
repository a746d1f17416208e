package cl.buzon.assignment;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.ExecutiveId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** One seat of a company's team, and who has it. */
@Entity
@Table(name = "account_executive")
class TeamMember {

    @EmbeddedId
    private Seat seat;

    @Column(name = "executive_id")
    private UUID executiveId;

    @SuppressWarnings("NullAway.Init")
    protected TeamMember() {}

    TeamMember(Seat seat, ExecutiveId executive) {
        this.seat = seat;
        this.executiveId = executive.value();
    }

    Seat seat() {
        return seat;
    }

    ExecutiveId executive() {
        return new ExecutiveId(executiveId);
    }

    /** A company has each role once. */
    @Embeddable
    record Seat(
            @Column(name = "account_id") UUID accountId,
            @Enumerated(EnumType.STRING) TeamRole role) {

        Seat(AccountId account, TeamRole role) {
            this(account.value(), role);
        }
    }
}
