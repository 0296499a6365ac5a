package dev.winnow.ruletools.lsp;

import dev.winnow.model.source.Message;
import dev.winnow.ruletools.lsp.Document.Folder;
import dev.winnow.workbench.internal.assist.Completion;
import dev.winnow.workbench.internal.assist.Location;
import dev.winnow.workbench.internal.assist.PackAssist;
import dev.winnow.workbench.internal.assist.Span;
import dev.winnow.workbench.internal.assist.UniverseAssist;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers about a file of a universe, by the pack that screens it.
 *
 * @param folder the pack's folder
 * @param universes the universes that the pack screens, by folder; this one is among them
 */
record UniverseAnswers(
        UniverseAssist universe,
        Document document,
        PackAssist pack,
        Folder folder,
        Map<Folder, UniverseAssist> universes)
        implements Answers {

    @Override
    public List<Completion> completions(int line, int character) {
        return universe.completions(document.name(), line, character);
    }

    private @Nullable String fact(int line, int character) {
        return universe.fact(document.name(), line, character);
    }

    @Override
    public List<Message> hover(int line, int character) {
        String fact = fact(line, character);
        return fact == null ? List.of() : pack.explain(fact);
    }

    @Override
    public List<Place> definition(int line, int character) {
        String fact = fact(line, character);
        return fact == null
                ? List.of()
                : Place.in(folder, pack.definition(fact)).toList();
    }

    @Override
    public List<Place> references(int line, int character) {
        String fact = fact(line, character);
        return fact == null
                ? List.of()
                : Stream.concat(Place.in(folder, pack.references(fact)), PackAnswers.stated(fact, universes))
                        .toList();
    }

    @Override
    public @Nullable Span renamable(int line, int character) {
        String fact = fact(line, character);
        Location name = fact == null || pack.definition(fact).isEmpty()
                ? null
                : universe.named(document.name(), line, character);
        return name == null ? null : name.span();
    }

    @Override
    public @Nullable Message keeping(int line, int character) {
        String fact = fact(line, character);
        return fact == null ? null : pack.keeping(fact);
    }

    @Override
    public Renamed rename(int line, int character, String name) {
        String fact = fact(line, character);
        return fact == null
                ? Renamed.refused(Message.of("only facts can be renamed in a universe"))
                : PackAnswers.renamed(pack, folder, fact, name, universes);
    }
}
