package dev.winnow.model.vocabulary;

/**
 * The name of a fact, in its parts: {@code project.yieldRate}, {@code city.funds}, {@code
 * city.funds.aic-abc.available}.
 *
 * @param subject {@code project} or {@code city}; empty for other facts, such as limits
 * @param list the list that contains the row, such as {@code funds} or {@code presences}; the subject itself if there
 *     is no row
 * @param row the key of the row; empty if the property belongs to the subject itself
 * @param property the property, or the list of a city; empty if the name has no parts
 */
public record FactName(String subject, String list, String row, String property) {

    private static final FactName NONE = new FactName("", "", "", "");

    /** {@return the parts of a name; all are empty if it has none} */
    public static FactName of(String fact) {
        int first = fact.indexOf('.');
        int last = fact.lastIndexOf('.');
        if (first < 1 || last == fact.length() - 1) {
            return NONE;
        }
        String owner = fact.substring(0, first);
        boolean owned = owner.equals(Vocabulary.CITY) || owner.equals(Vocabulary.PROJECT);
        String subject = owned ? owner : "";
        String property = fact.substring(last + 1);
        if (first == last) {
            return new FactName(subject, owner, "", property);
        }
        String path = owned ? fact.substring(first + 1, last) : fact.substring(0, last);
        int dot = path.indexOf('.');
        String list = path.substring(0, Math.max(0, dot));
        return list.isEmpty() || list.equals(Vocabulary.CITY) || list.equals(Vocabulary.PROJECT) // these have no rows
                ? NONE
                : new FactName(subject, list, path.substring(dot + 1), property);
    }

    /** {@return whether it belongs to a project rather than a city} */
    public boolean isOfProject() {
        return subject.equals(Vocabulary.PROJECT);
    }

    /** {@return whether it belongs to a city, or to a row of one of its lists} */
    public boolean isOfCity() {
        return subject.equals(Vocabulary.CITY);
    }
}
