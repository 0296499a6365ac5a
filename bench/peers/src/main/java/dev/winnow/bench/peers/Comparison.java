package dev.winnow.bench.peers;

import dev.winnow.engine.RulePack;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.Synthesis;
import dev.winnow.tables.internal.entries.UniverseEntries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of the comparison: one pack, and one synthetic universe with the vocabulary of the shipped one.
 *
 * @param pack the folder of the pack
 * @param universe the universe
 */
record Comparison(Path pack, Universe universe) {

    private static final long SEED = 1;

    /**
     * City lists whose keys the rules read. They are declared complete: winnow knows that an unlisted row has another
     * key than the listed ones, which no peer can express.
     */
    private static final List<String> KEYED = List.of("demands", "leadUsers");

    /** @param home the checkout */
    static Comparison of(Path home, int projects, int cities) {
        Path pack = home.resolve("bench/peers/rules/comparison");
        Universe words = Universe.read(RulePack.load(pack).vocabulary(), home.resolve("seeds/semiconductor"));
        List<Entry> entries = new ArrayList<>();
        try {
            new Synthesis(words, SEED).write(projects, cities, new EntryWriter() {
                @Override
                public void write(EntryKind kind, @Nullable String holder, Node entry) {
                    entries.add(new Entry(
                            kind,
                            holder,
                            switch (kind.name()) {
                                case "cities" -> completed(entry);
                                case "projects" -> stating(entry);
                                default -> entry;
                            }));
                }

                @Override
                public void close() {}
            });
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return new Comparison(
                pack, Universe.of(words.vocabulary(), Objects.requireNonNull(UniverseEntries.document(entries))));
    }

    /** Returns a project that states its claims and that all its milestones are recorded: no other engine leaves them open. */
    private static Node stating(Node project) {
        List<Node.Field> fields = new ArrayList<>(project.fields().values());
        for (String claim : List.of("claimsScale", "claimsScarcity")) {
            if (project.get(claim) == null) {
                fields.add(new Node.Field(claim, project.place(), Node.scalar(project.place(), "false")));
            }
        }
        fields.removeIf(field -> field.key().equals("milestonesComplete"));
        fields.add(new Node.Field("milestonesComplete", project.place(), Node.scalar(project.place(), "2200-12-31")));
        return Node.map(project.place(), fields);
    }

    /** Returns a city whose lists with keys are complete. */
    private static Node completed(Node city) {
        List<Node.Field> fields = new ArrayList<>();
        for (Node.Field field : city.fields().values()) {
            fields.add(field.key().equals("complete") ? with(KEYED, field) : field);
        }
        return Node.map(city.place(), fields);
    }

    private static Node.Field with(List<String> lists, Node.Field complete) {
        Node value = complete.value();
        TreeSet<String> all = new TreeSet<>(lists);
        value.items().forEach(item -> all.add(item.text()));
        Stream<Node> items = all.stream().map(list -> Node.scalar(value.place(), list));
        return new Node.Field(complete.key(), complete.place(), Node.list(value.place(), items.toList()));
    }

    /** Returns the facts as of the universe's own day, the default of winnow. */
    Facts facts() {
        return universe.inHindsight(universe.asOf());
    }

    /** Returns the first projects. */
    List<Project> projects(int most) {
        List<Project> all = facts().projects();
        return all.subList(0, Math.min(most, all.size()));
    }
}
