package dev.winnow.model.domain;

import dev.winnow.model.source.Node;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A candidate investment project. Its lists are complete as written; an absent list is unknown.
 *
 * @param id unique among projects
 * @param name its display name
 * @param owner the firm that carries it
 * @param city the city it landed in or was decided for; null for an open candidate
 * @param decided the day of its decision; null if none is known
 * @param track its industry, as in the mandates of funds: {@code wind-power}
 * @param links the chain links it occupies, each once
 * @param endMarkets the markets whose products it goes into
 * @param investment total investment, million yuan
 * @param fundingNeed money it needs from funds, million yuan
 * @param declared the facts that the vocabulary of a pack declares
 */
public record Project(
        String id,
        String name,
        @Nullable String owner,
        @Nullable String city,
        @Nullable LocalDate decided,
        @Nullable String track,
        @Nullable List<String> links,
        @Nullable List<String> endMarkets,
        @Nullable Figure investment,
        @Nullable Figure fundingNeed,
        DeclaredValues declared) {

    public Project {
        Lists.require(id, "id");
        Lists.require(name, "name");
        Lists.require(declared, "declared");
        links = Lists.copy(links);
        endMarkets = Lists.copy(endMarkets);
    }

    /**
     * {@return a builder of a project for a universe that is built in code}
     *
     * @param id unique among projects
     * @param name its display name
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /** Builds a project. {@code set} states the facts that the vocabulary of a pack declares. */
    public static final class Builder extends EntryBuilder<Builder> {

        private Builder(String id, String name) {
            super("project " + require(id, "id"));
            set("id", id);
            set("name", require(name, "name"));
        }

        @Override
        Builder self() {
            return this;
        }

        /** {@return this builder, with the firm that carries the project} */
        public Builder owner(String owner) {
            return set("owner", require(owner, "owner"));
        }

        /** {@return this builder, with the city it landed in or was decided for} */
        public Builder city(String city) {
            return set("city", require(city, "city"));
        }

        /** {@return this builder, with the day of its decision} */
        public Builder decided(LocalDate decided) {
            return set("decided", require(decided, "decided"));
        }

        /** {@return this builder, with its track} */
        public Builder track(String track) {
            return set("track", require(track, "track"));
        }

        /** {@return this builder, with the chain links it occupies} */
        public Builder links(String... links) {
            return put("links", texts(links));
        }

        /** {@return this builder, with the markets whose products it goes into} */
        public Builder endMarkets(String... endMarkets) {
            return put("endMarkets", texts(endMarkets));
        }

        /** {@return this builder, with its total investment} */
        public Builder investment(Figure investment) {
            return set("investment", require(investment, "investment"));
        }

        /** {@return this builder, with the money it needs from funds} */
        public Builder fundingNeed(Figure fundingNeed) {
            return set("fundingNeed", require(fundingNeed, "fundingNeed"));
        }

        /**
         * {@return this builder, with a milestone}
         *
         * @param step the step, such as {@code production}
         * @param reached the day it was reached
         */
        public Builder milestone(String step, LocalDate reached) {
            Node entry = map(Map.of(
                    "step",
                    scalar(require(step, "step")),
                    "reached",
                    scalar(require(reached, "reached").toString())));
            return add("milestones", entry);
        }
    }
}
