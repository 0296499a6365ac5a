package dev.winnow.model.domain;

import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A city that candidates are screened for. The rows of its lists are separate facts: {@link Demand}, {@link Fund} and
 * others.
 *
 * @param id unique among cities
 * @param name its display name
 * @param province the province it belongs to
 * @param declared the facts that the vocabulary of a pack declares
 */
public record City(String id, String name, @Nullable String province, DeclaredValues declared) {

    public City {
        Lists.require(id, "id");
        Lists.require(name, "name");
        Lists.require(declared, "declared");
    }

    /**
     * {@return a builder of a city for a universe that is built in code}
     *
     * @param id unique among cities
     * @param name its display name
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /** Builds a city. {@code set} and {@code row} state the facts that the vocabulary of a pack declares. */
    public static final class Builder extends EntryBuilder<Builder> {

        private Builder(String id, String name) {
            super("city " + require(id, "id"));
            set("id", id);
            set("name", require(name, "name"));
        }

        @Override
        Builder self() {
            return this;
        }

        /** {@return this builder, with the province it belongs to} */
        public Builder province(String province) {
            return set("province", require(province, "province"));
        }

        /**
         * {@return this builder, with a demand}
         *
         * @param endMarket the market whose products the city makes
         * @param annualOutput output per year
         */
        public Builder demand(String endMarket, Figure annualOutput) {
            return row(
                    "demands",
                    DeclaredRow.builder()
                            .set("endMarket", require(endMarket, "endMarket"))
                            .set("annualOutput", require(annualOutput, "annualOutput")));
        }

        /**
         * {@return this builder, with a lead user}
         *
         * @param firm the firm
         * @param endMarket the market it sells to
         */
        public Builder leadUser(String firm, String endMarket) {
            return row(
                    "leadUsers",
                    DeclaredRow.builder()
                            .set("firm", require(firm, "firm"))
                            .set("endMarket", require(endMarket, "endMarket")));
        }

        /** {@return this builder, with a fund} */
        public Builder fund(Fund.Builder fund) {
            return row("funds", require(fund, "fund"));
        }

        /**
         * {@return this builder, with a district}
         *
         * @param name its name
         * @param specialisms the chain links that it specialises in
         */
        public Builder district(String name, String... specialisms) {
            return row(
                    "districts",
                    DeclaredRow.builder()
                            .set("name", require(name, "name"))
                            .set("specialisms", List.of(require(specialisms, "specialisms"))));
        }

        /**
         * {@return this builder, with a firm}
         *
         * @param name its name
         * @param links the chain links it works on
         */
        public Builder firm(String name, String... links) {
            return row(
                    "firms",
                    DeclaredRow.builder()
                            .set("name", require(name, "name"))
                            .set("links", List.of(require(links, "links"))));
        }

        /**
         * {@return this builder, with a row of a list of the core or of a declared one}
         *
         * @param list the name of the list, such as {@code talents}
         * @param row the row
         */
        public Builder row(String list, EntryBuilder<?> row) {
            return add(require(list, "list"), require(row, "row").node());
        }

        /**
         * {@return this builder, with the statement that the city holds a chain link or does not}
         *
         * @param link the link
         * @param held whether the city holds it
         */
        public Builder holds(String link, boolean held) {
            return add(
                    "presences",
                    map(Map.of("link", scalar(require(link, "link")), "held", scalar(String.valueOf(held)))));
        }

        /** {@return this builder, with the names of lists that are complete} */
        public Builder complete(String... lists) {
            return put("complete", texts(lists));
        }
    }
}
