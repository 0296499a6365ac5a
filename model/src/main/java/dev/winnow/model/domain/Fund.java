package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fund that a city can put behind a project.
 *
 * @param city the city
 * @param id unique among the funds of the city
 * @param name its display name
 * @param kind {@code guidance} (government guidance fund), {@code aic} (bank-owned AIC) or {@code market}
 * @param tracks the tracks that its mandate covers
 * @param capital total commitments to it, million yuan
 * @param available money it can still invest, million yuan
 * @param invested money it has invested, million yuan
 * @param leveraged outside money that joined its investments, million yuan
 * @param established the day it was set up
 * @param horizonYears years that it can wait for a first product
 * @param evidence the origin of the row
 */
public record Fund(
        @Nullable String city,
        @Nullable String id,
        @Nullable String name,
        @Nullable String kind,
        @Nullable List<String> tracks,
        @Nullable Figure capital,
        @Nullable Figure available,
        @Nullable Figure invested,
        @Nullable Figure leveraged,
        @Nullable LocalDate established,
        @Nullable Figure horizonYears,
        @Nullable Evidence evidence) {

    public Fund {
        Lists.requireRow(city, id, "a funds row");
        tracks = Lists.copy(tracks);
    }

    /**
     * {@return a builder of a fund for a city that is built in code}
     *
     * @param id unique among the funds of the city
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Builds a fund. */
    public static final class Builder extends EntryBuilder<Builder> {

        private Builder(String id) {
            super("fund " + require(id, "id"));
            set("id", id);
        }

        @Override
        Builder self() {
            return this;
        }

        /** {@return this builder, with the fund's display name} */
        public Builder name(String name) {
            return set("name", require(name, "name"));
        }

        /** {@return this builder, with its kind: {@code guidance}, {@code aic} or {@code market}} */
        public Builder kind(String kind) {
            return set("kind", require(kind, "kind"));
        }

        /** {@return this builder, with the tracks that its mandate covers} */
        public Builder tracks(String... tracks) {
            return put("tracks", texts(tracks));
        }

        /** {@return this builder, with the money it can still invest} */
        public Builder available(Figure available) {
            return set("available", require(available, "available"));
        }
    }
}
