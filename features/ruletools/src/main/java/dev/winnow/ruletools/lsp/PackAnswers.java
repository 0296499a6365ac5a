package dev.winnow.ruletools.lsp;

import dev.winnow.model.source.Message;
import dev.winnow.ruletools.lsp.Document.Folder;
import dev.winnow.workbench.internal.assist.Completion;
import dev.winnow.workbench.internal.assist.Location;
import dev.winnow.workbench.internal.assist.PackAssist;
import dev.winnow.workbench.internal.assist.Renaming;
import dev.winnow.workbench.internal.assist.Span;
import dev.winnow.workbench.internal.assist.Symbol;
import dev.winnow.workbench.internal.assist.UniverseAssist;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers about a file of a pack.
 *
 * @param universes reads the universes that the pack screens, by folder
 */
record PackAnswers(PackAssist pack, Document document, Supplier<Map<Folder, UniverseAssist>> universes)
        implements Answers {

    @Override
    public List<Completion> completions(int line, int character) {
        return pack.completions(document.name(), line, character);
    }

    @Override
    public List<Message> hover(int line, int character) {
        return pack.hover(document.name(), line, character);
    }

    @Override
    public List<Place> definition(int line, int character) {
        return Place.in(document.folder(), pack.definition(document.name(), line, character))
                .toList();
    }

    @Override
    public List<Place> references(int line, int character) {
        String fact = pack.fact(document.name(), line, character);
        return Stream.concat(
                        Place.in(document.folder(), pack.references(document.name(), line, character)),
                        fact == null ? Stream.of() : stated(fact, universes.get()))
                .toList();
    }

    static Stream<Place> stated(String fact, Map<Folder, UniverseAssist> universes) {
        return universes.entrySet().stream()
                .flatMap(one -> Place.in(one.getKey(), one.getValue().references(fact)));
    }

    @Override
    public @Nullable Span renamable(int line, int character) {
        Location name = pack.renamable(document.name(), line, character);
        return name == null ? null : name.span();
    }

    @Override
    public @Nullable Message keeping(int line, int character) {
        String fact = pack.fact(document.name(), line, character);
        return fact == null ? null : pack.keeping(fact);
    }

    @Override
    public Renamed rename(int line, int character, String name) {
        String fact = pack.fact(document.name(), line, character);
        if (fact != null) {
            return renamed(pack, document.folder(), fact, name, universes.get());
        }
        Renaming renaming = pack.rename(document.name(), line, character, name);
        return new Renamed(Place.in(document.folder(), renaming.places()).toList(), renaming.refusal(), null);
    }

    /** Renames a fact in a pack and its universes. */
    static Renamed renamed(
            PackAssist pack, Folder folder, String fact, String name, Map<Folder, UniverseAssist> universes) {
        Renaming renaming = pack.renameFact(fact, name, List.copyOf(universes.values()));
        if (renaming.refusal() != null) {
            return Renamed.refused(renaming.refusal());
        }
        List<Place> places = new ArrayList<>(Place.in(folder, renaming.places()).toList());
        int number = 0;
        for (Folder universe : universes.keySet()) {
            Place.in(universe, renaming.stated().get(number++)).forEach(places::add);
        }
        Message notice = Message.of(
                "`%s` is now `%s` in the pack and in %s universes; spreadsheets, mappings and saved answers that name"
                        + " it are not changed",
                fact.substring(fact.indexOf('.') + 1), name, universes.size());
        return new Renamed(places, null, notice);
    }

    @Override
    public List<Symbol> symbols() {
        return pack.symbols(document.name());
    }

    @Override
    public @Nullable String formatted() {
        return pack.format(document.name());
    }

    @Override
    public @Nullable String text() {
        return pack.text(document.name());
    }
}
