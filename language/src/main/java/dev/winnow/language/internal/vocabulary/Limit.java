package dev.winnow.language.internal.vocabulary;

import dev.winnow.model.value.Figure;
import java.util.Objects;

/**
 * A limit of the pack's {@code limits.yaml} with its value on the day of screening.
 *
 * @param id unique in the pack
 * @param value its value; money in million yuan
 */
public record Limit(String id, Figure value) {

    public Limit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(value, "value");
    }
}
