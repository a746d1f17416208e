package cl.buzon.desk;

/** An executive, as customers may see them. */
public record PersonView(String name, String email) {}
