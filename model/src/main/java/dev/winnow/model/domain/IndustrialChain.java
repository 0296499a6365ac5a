package dev.winnow.model.domain;

import dev.winnow.model.value.Lists;
import java.util.List;
import java.util.Map;

/**
 * An industrial chain: a graph of {@link ChainLink}s from upstream to downstream.
 *
 * @param id unique among chains
 * @param name its display name
 * @param links the ids of its links, sorted
 */
public record IndustrialChain(String id, String name, List<String> links) {

    public IndustrialChain {
        Lists.require(id, "id");
        Lists.require(name, "name");
        links = List.copyOf(links);
    }

    /**
     * {@return a builder of a chain for a universe that is built in code}
     *
     * @param id unique among chains
     * @param name its display name
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /** Builds a chain. */
    public static final class Builder extends EntryBuilder<Builder> {

        private Builder(String id, String name) {
            super("chain " + require(id, "id"));
            set("id", id);
            set("name", require(name, "name"));
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * {@return this builder, with a link}
         *
         * @param id unique among links
         * @param name its display name
         * @param stage the stage of the chain it belongs to
         * @param upstream the links that supply it
         */
        public Builder link(String id, String name, String stage, String... upstream) {
            return add(
                    "links",
                    map(Map.of(
                            "id", scalar(require(id, "id")),
                            "name", scalar(require(name, "name")),
                            "stage", scalar(require(stage, "stage")),
                            "upstream", texts(upstream))));
        }
    }
}
