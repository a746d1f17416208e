package cl.buzon.desk;

import cl.buzon.accounts.Accounts;
import cl.buzon.accounts.PortalUsers;
import cl.buzon.assignment.Executive;
import cl.buzon.assignment.Executives;
import cl.buzon.attachments.Attachment;
import cl.buzon.attachments.Attachments;
import cl.buzon.cases.Activity;
import cl.buzon.cases.Case;
import cl.buzon.cases.Cases;
import cl.buzon.cases.Categories;
import cl.buzon.cases.Category;
import cl.buzon.cases.CompensationTerms;
import cl.buzon.cases.EvidenceType;
import cl.buzon.messages.CustomerMessage;
import cl.buzon.messages.Messages;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Clp;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.MessageId;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shows entities to the outside as records; the number of queries does not depend on how much there is to show. */
@ApplicationScoped
class CaseViews {

    @Inject
    private Cases cases;

    @Inject
    private Categories categories;

    @Inject
    private Executives executives;

    @Inject
    private Accounts accounts;

    @Inject
    private PortalUsers users;

    @Inject
    private Attachments attachments;

    @Inject
    private Messages messages;

    @Inject
    private ClaimRules rules;

    CaseView view(Case of, List<CaseAction> allowed) {
        return views(List.of(of), one -> allowed).get(0);
    }

    /** @param allowed what the viewer may ask of each case now */
    List<CaseView> views(List<Case> cases, Function<Case, List<CaseAction>> allowed) {
        Surroundings around = surroundings(cases);
        return cases.stream().map(one -> view(one, allowed.apply(one), around)).toList();
    }

    /** What cases refer to, fetched for all of them at once. */
    private record Surroundings(
            Map<String, Category> categories,
            Map<AccountId, String> companies,
            Map<UserId, String> reporters,
            Map<ExecutiveId, Executive> executives,
            Map<CaseId, Set<String>> evidence,
            Map<CaseId, CaseNumber> related) {}

    private Surroundings surroundings(List<Case> of) {
        return new Surroundings(
                categories.byCodes(each(of, Case::category)),
                each(of, Case::account).stream().collect(Collectors.toMap(Function.identity(), id -> accounts.get(id)
                        .name())),
                users.names(each(of, Case::reporter)),
                executives.byIds(
                        of.stream().flatMap(one -> one.executive().stream()).collect(Collectors.toSet())),
                attachments.evidence(each(of, Case::id)),
                cases.numbersOf(
                        of.stream().flatMap(one -> one.relatedTo().stream()).collect(Collectors.toSet())));
    }

    private static <T> Set<T> each(List<Case> of, Function<Case, T> part) {
        return of.stream().map(part).collect(Collectors.toSet());
    }

    private CaseView view(Case of, List<CaseAction> allowed, Surroundings around) {
        Category category = Objects.requireNonNull(around.categories().get(of.category()));
        return new CaseView(
                of.id(),
                of.number(),
                of.state(),
                of.stateSince(),
                view(category),
                of.trackingNumber().orElse(null),
                of.subject(),
                of.description(),
                of.createdAt(),
                of.updatedAt(),
                Objects.requireNonNull(around.companies().get(of.account())),
                of.reporter(),
                Objects.requireNonNull(around.reporters().get(of.reporter())),
                of.executive()
                        .map(around.executives()::get)
                        .map(CaseViews::view)
                        .orElse(null),
                view(of.compensation()),
                of.resolutionNotes().orElse(null),
                missing(category, around.evidence().getOrDefault(of.id(), Set.of())),
                of.relatedTo().map(around.related()::get).orElse(null),
                allowed,
                !of.state().isFinal(),
                rules.appealable(of),
                of.version());
    }

    List<ActivityView> views(Case of, List<Activity> activities, Actor viewer) {
        return views(Set.of(of.id()), activities, viewer);
    }

    /** Entries of several histories, each with the number of its case. */
    List<CaseActivity> feed(List<Activity> activities, Actor viewer) {
        Set<CaseId> of = activities.stream().map(Activity::caseId).collect(Collectors.toSet());
        Map<CaseId, CaseNumber> numbers = cases.numbersOf(of);
        List<ActivityView> views = views(of, activities, viewer);
        return IntStream.range(0, views.size())
                .mapToObj(i -> new CaseActivity(
                        Objects.requireNonNull(numbers.get(activities.get(i).caseId())), views.get(i)))
                .toList();
    }

    private List<ActivityView> views(Set<CaseId> of, List<Activity> activities, Actor viewer) {
        Map<MessageId, CustomerMessage> said = messages.of(
                of, activities.stream().flatMap(one -> one.message().stream()).toList());
        Map<AttachmentId, Attachment> files = attachments.byIds(
                of,
                activities.stream().flatMap(one -> one.attachment().stream()).toList());
        Map<ExecutiveId, Executive> people = executives.byIds(
                activities.stream().flatMap(one -> one.executive().stream()).collect(Collectors.toSet()));
        return activities.stream()
                .map(one -> view(one, said, files, people, viewer))
                .toList();
    }

    static List<CategoryView.Evidence> missing(Category category, Collection<String> had) {
        return category.missing(had).stream().map(CaseViews::view).toList();
    }

    static CategoryView view(Category category) {
        return new CategoryView(
                category.code(),
                category.name(),
                category.description(),
                category.icon(),
                category.compensable(),
                category.trackingRequired(),
                category.evidence().stream().map(CaseViews::view).toList());
    }

    static AttachmentView view(Attachment file) {
        return new AttachmentView(
                file.id(),
                file.name(),
                file.contentType(),
                file.size(),
                file.sha256(),
                file.evidence().orElse(null),
                file.message().map(MessageId::value).orElse(null),
                file.attachedAt());
    }

    private static ActivityView view(
            Activity one,
            Map<MessageId, CustomerMessage> said,
            Map<AttachmentId, Attachment> files,
            Map<ExecutiveId, Executive> people,
            Actor viewer) {
        Optional<CustomerMessage> message = one.message().map(said::get);
        return new ActivityView(
                one.id(),
                one.position(),
                ActivityView.Type.valueOf(one.type().name()),
                one.at(),
                one.actorName(),
                one.actorKind(),
                one.person().isPresent(),
                one.person().isPresent() && one.person().equals(viewer.person()),
                one.message().map(MessageId::value).orElse(null),
                message.map(CustomerMessage::body).orElse(null),
                one.attachment().map(files::get).map(CaseViews::view).orElse(null),
                one.from().orElse(null),
                one.to().orElse(null),
                one.reason().orElse(null),
                one.executive().map(people::get).map(CaseViews::view).orElse(null),
                one.compensation().map(CaseViews::view).orElse(null));
    }

    private static CategoryView.Evidence view(EvidenceType type) {
        return new CategoryView.Evidence(type.code(), type.name(), type.hint(), type.required());
    }

    private static PersonView view(Executive executive) {
        return new PersonView(executive.name(), executive.email());
    }

    private static CompensationView view(CompensationTerms terms) {
        return new CompensationView(
                terms.state(),
                clp(terms.claimedAmount()),
                clp(terms.approvedAmount()),
                clp(terms.paidAmount()),
                terms.shownAmount().orElse(null));
    }

    private static @Nullable Clp clp(@Nullable Long amount) {
        return amount == null ? null : new Clp(amount);
    }
}
