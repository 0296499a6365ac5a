package dev.winnow.commands.data;

import dev.winnow.console.input.GivenUniverse;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.UniverseOption;
import dev.winnow.console.option.VocabularyOption;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.Template;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code winnow template}: writes an empty table to fill in. */
@Command(
        name = "template",
        description = "Write an empty table to fill in: headings with units, lists to choose from, and notes "
                + "on each column. `winnow import` reads the completed table, as do --project and -u of "
                + "every command.",
        footer = {"winnow template -o projects.xlsx", "winnow template all -o universe.xlsx"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class TemplateCommand implements Callable<Integer> {

    private static final String EVERYTHING = "all";

    private final Terminal terminal;

    @Parameters(
            arity = "0..*",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "The kind of the rows: projects, cities, cities.demands …, or all for a universe of your "
                    + "own with a sheet per kind. Default: projects.")
    private final List<String> kinds = new ArrayList<>();

    @Mixin
    private final UniverseOption universes = new UniverseOption();

    @Mixin
    private final VocabularyOption vocabulary = new VocabularyOption();

    @Mixin
    private final FormatOption format = new FormatOption(
            "xlsx with lists and notes, or csv with the headings of one kind. Default: by the ending "
                    + "of -o FILE, otherwise xlsx.",
            Format.XLSX,
            Format.CSV);

    @Mixin
    private final PrintOptions print = PrintOptions.ofData();

    public TemplateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean csv = format.chosen(print, terminal) == Format.CSV;
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            Universe universe = GivenUniverse.read(
                    vocabulary.read(shipped, notices), universes.documents(), notes -> {}, universes.paths(shipped));
            List<EntryKind> asked = asked(EntryKinds.of(vocabulary.named(shipped, universe.vocabulary())));
            if (csv && asked.size() > 1) {
                throw new Refusal(
                        Exit.USAGE,
                        Message.of("a CSV file contains a single kind of entry")
                                .with(Message.of("did you mean `%s`?", "-f xlsx")));
            }
            Template template = new Template(
                    terminal.wording().language(),
                    universe,
                    (key, values) -> terminal.wording().say(key, values));
            print.write(terminal, out -> {
                if (csv) {
                    template.writeCsv(asked.get(0), out);
                } else {
                    template.writeWorkbook(asked, out);
                }
            });
        }
        return notices.finish(Message.of("entries with problems were left out"));
    }

    private List<EntryKind> asked(EntryKinds all) {
        if (kinds.isEmpty()) {
            return List.of(all.projects());
        }
        if (kinds.contains(EVERYTHING)) {
            return all.values();
        }
        List<EntryKind> asked = new ArrayList<>();
        for (String word : kinds) {
            EntryKind kind = all.find(word);
            if (kind == null) {
                throw Refusal.unknown(Message.of("unknown kind of entry `%s`", word), word, Kinds.of(all));
            }
            asked.add(kind);
        }
        return asked.stream().distinct().toList();
    }

    /** Values for shell completion. */
    static final class Kinds implements Iterable<String> {

        static List<String> of(EntryKinds kinds) {
            return Stream.concat(kinds.values().stream().map(EntryKind::name), Stream.of(EVERYTHING))
                    .toList();
        }

        @Override
        public Iterator<String> iterator() {
            return of(EntryKinds.of(Vocabulary.core())).iterator();
        }
    }
}
