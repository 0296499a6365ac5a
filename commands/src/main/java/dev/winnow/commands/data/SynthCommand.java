package dev.winnow.commands.data;

import dev.winnow.console.input.GivenUniverse;
import dev.winnow.console.option.ExportForm;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.UniverseOption;
import dev.winnow.console.option.VocabularyOption;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.Synthesis;
import dev.winnow.tables.internal.write.Export;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow synth}: generates an invented universe of any size for trials. */
@Command(
        name = "synth",
        description = "Generate an invented universe of any size with the vocabulary of another, for trials; "
                + "everything in it is marked as invented.",
        footer = "winnow synth --projects 100 --cities 5 -o invented.yaml",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SynthCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final UniverseOption universes = new UniverseOption();

    @Mixin
    private final VocabularyOption vocabulary = new VocabularyOption();

    @Option(names = "--projects", paramLabel = "N", description = "Number of projects. Default: 1000.")
    private int projects = 1_000;

    @Option(names = "--cities", paramLabel = "N", description = "Number of cities. Default: 10.")
    private int cities = 10;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Random seed; the same seed gives the same universe. Default: 1.")
    private long seed = 1;

    @Mixin
    private final PrintOptions print = PrintOptions.ofEntries();

    public SynthCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (projects < 0 || cities < 0) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("the number must not be negative").with(Message.of("give numbers of at least 0")));
        }
        Export form = form();
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            Universe base = GivenUniverse.read(
                    vocabulary.read(shipped, notices), universes.documents(), notices::notes, universes.paths(shipped));
            notices.problems(base.problems());
            print.write(terminal, out -> {
                EntryWriter writer = form.writer(out, terminal.wording().language(), problem -> {});
                new Synthesis(base, seed).write(projects, cities, writer);
                writer.close();
            });
        }
        return notices.finish(Message.of("entries with problems were left out"));
    }

    /** Returns NDJSON, unless the file name selects another form that can contain every kind of entry. */
    private Export form() {
        String file = print.file();
        return file == null ? Export.NDJSON : ExportForm.of(file, EnumSet.complementOf(EnumSet.of(Export.CSV)));
    }
}
