package cl.buzon.web.portal;

import cl.buzon.desk.UserFilter;
import cl.buzon.desk.UserView.Standing;
import cl.buzon.shared.UserSort;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the address of the list of users asks for, as it was typed. Values that nobody can mean do not restrict.
 *
 * @param standing name of a standing
 * @param sort code of an order, with a dash in front for descending
 */
public record UserQuery(String words, String standing, String sort) {

    static UserQuery of(PageRequest request) {
        return new UserQuery(request.parameter("buscar"), request.parameter("estado"), request.parameter("orden"));
    }

    public UserFilter filter() {
        Optional<Standing> wanted = Arrays.stream(Standing.values())
                .filter(one -> one.name().equals(standing))
                .findFirst();
        return new UserFilter(
                words, wanted.orElse(null), order().orElse(UserSort.NAME), order().isPresent() && sort.startsWith("-"));
    }

    /** {@code ascending}, {@code descending} or empty for a column that the list is not sorted by. */
    public String direction(UserSort by) {
        UserFilter filter = filter();
        return filter.sort() != by ? "" : filter.descending() ? "descending" : "ascending";
    }

    /** This query sorted by a column: first as people look for things in it, then the other way round. */
    public UserQuery sortedBy(UserSort by) {
        String first = isAmount(by) ? "descending" : "ascending";
        boolean descending = direction(by).equals(first) != isAmount(by);
        boolean usual = by == UserSort.NAME && !descending;
        return new UserQuery(words, standing, usual ? "" : (descending ? "-" : "") + by.code());
    }

    /** Of these the most, or the latest, is looked for. */
    private static boolean isAmount(UserSort sort) {
        return sort == UserSort.CASES || sort == UserSort.LAST_SIGN_IN;
    }

    /** The list at this query. */
    public Address on(Address list) {
        return list.with("buscar", words).with("estado", standing).with("orden", sort);
    }

    private Optional<UserSort> order() {
        return UserSort.ofCode(sort.startsWith("-") ? sort.substring(1) : sort);
    }
}
