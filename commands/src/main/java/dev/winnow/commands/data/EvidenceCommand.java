package dev.winnow.commands.data;

import dev.winnow.console.input.GivenUniverse;
import dev.winnow.console.input.StatementDayNotes;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.UniverseOption;
import dev.winnow.console.option.VocabularyOption;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.text.EvidenceQuery;
import dev.winnow.report.internal.text.EvidenceText;
import dev.winnow.report.json.Contracts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code winnow evidence}: lists known facts with sources and dates, disagreements between sources, and missing facts.
 */
@Command(
        name = "evidence",
        description = "List the known facts about each subject with source and date, where sources disagree, "
                + "and which facts are missing.",
        footer = {"winnow evidence sien", "winnow evidence --conflicts"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class EvidenceCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SUBJECT",
            description = "A project, city, fund, district, chain link or other subject of facts, by id, name or a "
                    + "word of its name. A city includes the rows of its lists. Default: all.")
    private @Nullable String subject;

    @Mixin
    private final UniverseOption universes = new UniverseOption();

    @Mixin
    private final VocabularyOption vocabulary = new VocabularyOption();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "Use the facts known on this day. Default: the universe’s day, including facts learnt " + "later.")
    private @Nullable String asOf;

    @Option(names = "--conflicts", description = "List only facts about which sources disagree.")
    private boolean conflicts;

    @Option(names = "--gaps", description = "List only missing facts.")
    private boolean gaps;

    @Mixin
    private final FormatOption format = FormatOption.ofText();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public EvidenceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean json = format.chosen(print, terminal) == Format.JSON;
        LocalDate day = asOf == null ? null : InputOptions.day(asOf);
        Colours colours = print.colours(terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            Path[] paths = universes.paths(shipped);
            Vocabulary known = vocabulary.read(shipped, notices);
            Universe universe = GivenUniverse.inWorkspace(
                    GivenUniverse.read(known, universes.documents(), notices::notes, paths),
                    universes,
                    () -> known,
                    notices::notes);
            notices.problems(universe.problems());
            StatementDayNotes.report(universe, day != null, notices);
            boolean hindsight = day == null;
            List<Dossier> all = universe.dossiers(day == null ? universe.asOf() : day, hindsight);
            Vocabulary asked = vocabulary.asked(shipped, universe.dossiers(universe.asOf(), true));
            EvidenceQuery evidence = new EvidenceQuery(
                    universe,
                    root(paths),
                    day == null ? universe.asOf() : day,
                    hindsight,
                    found(all).stream()
                            .map(dossier -> dossier.asking(known, asked))
                            .toList(),
                    conflicts || !gaps,
                    gaps || !conflicts,
                    !conflicts && !gaps);
            if (json) {
                print.write(terminal, out -> Contracts.write(evidence, out));
            } else {
                print.write(terminal, EvidenceText.of(evidence, colours, terminal.wording()));
            }
        }
        return notices.finish(Message.of("entries with problems were left out"));
    }

    private static String root(Path... paths) {
        return paths.length == 1 && Files.isDirectory(paths[0])
                ? paths[0].toString().replace('\\', '/') + "/"
                : "";
    }

    private List<Dossier> found(List<Dossier> all) {
        if (subject == null) {
            return all;
        }
        String exact = subject.strip();
        String wanted = lower(exact);
        Predicate<Dossier> exactly =
                dossier -> dossier.id().equals(exact) || dossier.name().equals(exact);
        Predicate<Dossier> itself = all.stream().anyMatch(exactly)
                ? exactly
                : dossier -> lower(dossier.id()).equals(wanted)
                        || lower(dossier.name()).equals(wanted);
        List<Dossier> found = matching(all, itself);
        // Most facts about a firm belong to the projects and list rows that name it.
        if (found.stream().allMatch(EvidenceCommand::isFirm)) {
            found = matching(
                    all,
                    itself.or(dossier ->
                            List.of(lower(dossier.name()).split("[\\s,]+")).contains(wanted)));
        }
        if (found.isEmpty()) {
            Set<String> known = new TreeSet<>();
            all.forEach(dossier -> known.addAll(List.of(dossier.id(), dossier.name())));
            throw Refusal.unknown(Message.of("unknown subject `%s`", subject), subject, known);
        }
        return found;
    }

    private static boolean isFirm(Dossier dossier) {
        return dossier.kind().equals("firm") && dossier.city() == null;
    }

    /** Returns the matching dossiers; a city includes the rows of its lists. */
    private static List<Dossier> matching(List<Dossier> all, Predicate<Dossier> wanted) {
        Set<String> cities = new TreeSet<>();
        all.stream()
                .filter(wanted)
                .filter(dossier -> dossier.kind().equals("city"))
                .forEach(city -> cities.add(city.id()));
        return all.stream()
                .filter(dossier -> wanted.test(dossier) || (dossier.city() != null && cities.contains(dossier.city())))
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
