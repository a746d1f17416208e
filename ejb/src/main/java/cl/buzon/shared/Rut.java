package cl.buzon.shared;

import java.util.Locale;
import java.util.Optional;

/**
 * A Chilean tax number, stored as digits and check character without separators. The check character is modulus 11 over
 * the weights 2 to 7 from the right (Servicio de Impuestos Internos).
 */
public record Rut(String value) {

    public Rut {
        if (!value.matches("\\d{6,9}[\\dK]") || checkCharacter(value) != value.charAt(value.length() - 1)) {
            throw new IllegalArgumentException("not a RUT");
        }
    }

    /** Reads what a person types: with or without dots, dash and leading zeros. */
    public static Optional<Rut> parse(String text) {
        String bare = text.replaceAll("[.\\s-]", "").toUpperCase(Locale.ROOT).replaceFirst("^0+", "");
        try {
            return Optional.of(new Rut(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Such as {@code 12.345.678-5}. */
    public String formatted() {
        String digits = value.substring(0, value.length() - 1);
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".") + "-" + value.charAt(value.length() - 1);
    }

    /** For lists: only the last three digits before the check character are shown. */
    public String masked() {
        return "••.•••." + value.substring(value.length() - 4, value.length() - 1) + "-"
                + value.charAt(value.length() - 1);
    }

    private static char checkCharacter(String value) {
        int sum = 0;
        for (int i = value.length() - 2, weight = 2; i >= 0; i--, weight = weight == 7 ? 2 : weight + 1) {
            sum += (value.charAt(i) - '0') * weight;
        }
        int check = 11 - sum % 11;
        return check == 11 ? '0' : check == 10 ? 'K' : (char) ('0' + check);
    }

    @Override
    public String toString() {
        return formatted();
    }
}
