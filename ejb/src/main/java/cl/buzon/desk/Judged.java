package cl.buzon.desk;

import cl.buzon.cases.Viewer;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.Refusal;

/** Who may do what at all: the first question of every desk method. */
final class Judged {

    private Judged() {}

    /** @throws Refusal.NotAllowed when it is nobody of a customer company */
    static Actor.Customer customer(Actor actor) {
        if (actor instanceof Actor.Customer customer) {
            return customer;
        }
        throw new Refusal.NotAllowed();
    }

    /** @throws Refusal.NotAllowed when it is no executive */
    static Actor.Executive executive(Actor actor) {
        if (actor instanceof Actor.Executive executive) {
            return executive;
        }
        throw new Refusal.NotAllowed();
    }

    /** @throws Refusal.NotAllowed when it is nobody of the back office */
    static void staff(Actor actor) {
        if (ActorKind.of(actor) != ActorKind.EXECUTIVE) {
            throw new Refusal.NotAllowed();
        }
    }

    /** @throws Refusal.NotAllowed when it is not who runs the installation */
    static void operator(Actor actor) {
        if (!(actor instanceof Actor.Operator)) {
            throw new Refusal.NotAllowed();
        }
    }

    /** @throws Refusal.NotAllowed when it is no administrator of a company */
    static Actor.Customer administrator(Actor actor) {
        Actor.Customer customer = customer(actor);
        if (!customer.administrator()) {
            throw new Refusal.NotAllowed();
        }
        return customer;
    }

    /**
     * Who looks after a company: the operator, or an administrator of its own.
     *
     * @throws Refusal.NotAllowed when it is neither
     * @throws Refusal.NotFound when it is another company's administrator
     */
    static void steward(Actor actor, AccountId account) {
        if (!(actor instanceof Actor.Operator)
                && !administrator(actor).account().equals(account)) {
            throw new Refusal.NotFound();
        }
    }

    /** @throws Refusal.NotAllowed when it is a person */
    static Actor.Machine machine(Actor actor) {
        if (actor instanceof Actor.Machine machine) {
            return machine;
        }
        throw new Refusal.NotAllowed();
    }

    /** The cases that an actor may hear of: a customer's own or company's; all for the back office and machines. */
    static Viewer hearing(Actor actor) {
        if (ActorKind.of(actor) != ActorKind.CUSTOMER && !(actor instanceof Actor.Operator)) {
            return new Viewer.BackOffice();
        }
        return cases(customer(actor));
    }

    /** A customer's cases: their own, or all of the company's for its administrator. */
    static Viewer cases(Actor.Customer customer) {
        return customer.administrator() ? new Viewer.Company(customer.account()) : new Viewer.Reporter(customer.id());
    }
}
