package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.desk.SignedIn;
import cl.buzon.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

class CallerTest {

    private final HttpServletRequest request = FakeRequest.create();

    @Test
    void eachHasTheRolesOfTheirKind() {
        assertThat(Caller.of(SomeCaller.customer(false)).roles()).containsExactly("CUSTOMER");
        assertThat(Caller.of(SomeCaller.customer(true)).roles()).containsExactlyInAnyOrder("CUSTOMER", "ACCOUNT_ADMIN");
        assertThat(Caller.of(SomeCaller.operator()).roles()).containsExactly("OPERATOR");
        assertThat(Caller.of(SomeCaller.executive(true)).roles()).containsExactly("STAFF");
    }

    @Test
    void theCurrentActorIsTheCaller() {
        Caller marcela = Caller.of(SomeCaller.executive(false));
        CurrentActor current = new CurrentActor(request);

        marcela.stamp(request);

        assertThat(current.actor()).isEqualTo(marcela.actor());
        assertThat(current.isSignedIn()).isTrue();
        assertThat(current.mayWrite()).isFalse();
    }

    @Test
    void nobodyIsNoActor() {
        CurrentActor current = new CurrentActor(request);

        assertThat(current.isSignedIn()).isFalse();
        assertThat(current.mayWrite()).isFalse();
        assertThatThrownBy(current::actor).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void pagesKnowTheirVisitor() {
        SignedIn camila = SomeCaller.customer(true);
        Visitor visitor = visitor(camila);

        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(visitor.getName()).isEqualTo("Camila Rojas Díaz");
        assertThat(visitor.getFirstName()).isEqualTo("Camila");
        assertThat(visitor.getInitials()).isEqualTo("CR");
        assertThat(visitor.getCompany()).isEqualTo("Andes Sur SpA");
        assertThat(visitor.isCompanyAdministrator()).isTrue();
        assertThat(visitor.isOperator()).isFalse();
        assertThat(visitor.isMustChangePassword()).isFalse();
    }

    @Test
    void anOperatorHasNoCompany() {
        Visitor visitor = visitor(SomeCaller.operator());

        assertThat(visitor.isOperator()).isTrue();
        assertThat(visitor.getCompany()).isEmpty();
    }

    @Test
    void withoutAVisitorPagesStillStand() {
        Visitor visitor = new Visitor(request);

        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(visitor.getName()).isEmpty();
        assertThat(visitor.getInitials()).isEmpty();
        assertThat(visitor.isOperator()).isFalse();
    }

    @Test
    void theWayBackIsThePageThatWasAskedFor() {
        assertThat(ReturnAddress.of(FakeRequest.to("/csm/caso?numero=CS0001001", "/caso")))
                .contains(new ReturnAddress("/caso?numero=CS0001001"));
        assertThat(ReturnAddress.of(FakeRequest.to("/csm//evil.example", "/evil.example")))
                .isEmpty();
    }

    private Visitor visitor(SignedIn who) {
        Caller.of(who).stamp(request);
        Visitor visitor = new Visitor(request);
        return visitor;
    }
}
