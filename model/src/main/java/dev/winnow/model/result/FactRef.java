package dev.winnow.model.result;

/**
 * A fact that a rule matched.
 *
 * @param type its type: {@code Demand}
 * @param id its id among facts of that type: {@code consumer-electronics}
 */
public record FactRef(String type, String id) implements Comparable<FactRef> {

    /** By type, then id. */
    @Override
    public int compareTo(FactRef other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : id.compareTo(other.id);
    }
}
