package dev.winnow.model.universe;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.EntryBuilder;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Builds a universe in code. What is wrong in it is among the problems of the universe, as for one read from files. A null
 * argument is refused by its name. Not thread-safe.
 */
public final class UniverseBuilder {

    private static final Place PLACE = Place.file("universe");

    private final Vocabulary vocabulary;
    private final Map<String, String> header = new LinkedHashMap<>();
    private final Map<String, List<Node>> lists = new LinkedHashMap<>();

    UniverseBuilder(Vocabulary vocabulary) {
        this.vocabulary = Objects.requireNonNull(vocabulary, "vocabulary");
    }

    /** {@return this builder, with the universe's name, in small letters with hyphens} */
    public UniverseBuilder name(String name) {
        header.put("name", Objects.requireNonNull(name, "name"));
        return this;
    }

    /** {@return this builder, with the universe's day} */
    public UniverseBuilder asOf(LocalDate asOf) {
        header.put("asOf", Objects.requireNonNull(asOf, "asOf").toString());
        return this;
    }

    /** {@return this builder, with the currency of its money} */
    public UniverseBuilder money(Unit money) {
        if (!Objects.requireNonNull(money, "money").isMoney()) {
            throw new IllegalArgumentException(money + " is no money");
        }
        header.put("currency", money.currency());
        return this;
    }

    /** {@return this builder, with a chain} */
    public UniverseBuilder chain(IndustrialChain.Builder chain) {
        return add("chains", Objects.requireNonNull(chain, "chain"));
    }

    /** {@return this builder, with a city} */
    public UniverseBuilder city(City.Builder city) {
        return add("cities", Objects.requireNonNull(city, "city"));
    }

    /** {@return this builder, with a project} */
    public UniverseBuilder project(Project.Builder project) {
        return add("projects", Objects.requireNonNull(project, "project"));
    }

    private UniverseBuilder add(String list, EntryBuilder<?> entry) {
        lists.computeIfAbsent(list, any -> new ArrayList<>()).add(entry.node());
        return this;
    }

    /** {@return the universe} */
    public Universe build() {
        List<Node.Field> fields = new ArrayList<>();
        List<Node.Field> said = new ArrayList<>();
        header.forEach((key, text) -> said.add(new Node.Field(key, PLACE, Node.scalar(PLACE, text))));
        if (!said.isEmpty()) {
            fields.add(new Node.Field("universe", PLACE, Node.map(PLACE, said)));
        }
        lists.forEach((list, entries) -> fields.add(new Node.Field(list, PLACE, Node.list(PLACE, entries))));
        return Universe.of(vocabulary, Node.map(PLACE, fields));
    }
}
