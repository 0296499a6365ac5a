package dev.winnow.commands.data;

import dev.winnow.commands.prompt.TerminalAnswers;
import dev.winnow.console.input.GivenUniverse;
import dev.winnow.console.option.ExportForm;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.KeyedWords;
import dev.winnow.console.option.NewFile;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.UniverseOption;
import dev.winnow.console.option.VocabularyOption;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.internal.read.RateReader;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import dev.winnow.tables.Import;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.entries.Amendment;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.MappingDraft;
import dev.winnow.tables.internal.entries.TableFile;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.write.Export;
import dev.winnow.tables.internal.write.RefusedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code winnow import}: reads spreadsheets, reports how it understood them, and writes their content in another
 * format.
 */
@Command(
        name = "import",
        description = "Read projects and facts about cities from spreadsheets and other tables; report how "
                + "each column was understood and which rows were changed or refused; write the accepted "
                + "entries in another format.",
        footer = {"winnow import projects.xlsx", "winnow import projects.xlsx -o projects.yaml"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ImportCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final TerminalAnswers answers;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Tables: .xlsx, .csv, .ndjson, or a .json or .yaml list of records; documents of a universe too.")
    private final List<Path> files = new ArrayList<>();

    @Mixin
    private final UniverseOption universes = new UniverseOption();

    @Mixin
    private final VocabularyOption vocabulary = new VocabularyOption();

    @Option(
            names = "--map",
            paramLabel = "HEADING=PROPERTY",
            description = "The meaning of a heading: `投资额=investment [bn yuan]`; `电话=-` leaves the column out; "
                    + "`投资额#2` is the second column with that heading. The meaning of a value: "
                    + "`应用领域=车=automotive`; `=车=automotive` in every column. Or a mapping file with such "
                    + "entries. May be repeated.")
    private final List<String> maps = new ArrayList<>();

    @Option(
            names = "--match",
            paramLabel = "NAME=ID",
            description = "The meaning of a name that resembles a known project: `SiEn Qingdao=sien` amends"
                    + " that project, `SiEn Qingdao=new` adds another. May be repeated.")
    private final List<String> matches = new ArrayList<>();

    @Option(
            names = "--save-map",
            description = "Save the meanings given as options and answers beside each table as FILE.map.yaml, "
                    + "which every command that reads the table uses.")
    private boolean saveMap;

    @Option(
            names = "--learn",
            paramLabel = "FILE",
            description = "Write a draft mapping: the meaning of each heading, and proposals for the others, which "
                    + "apply once you confirm them.")
    private @Nullable Path learn;

    @Option(names = "--sheet", paramLabel = "SHEET", description = "Read only this sheet of a workbook.")
    private @Nullable String sheet;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "The kind of the rows: projects, cities, cities.demands … Default: derived from sheet "
                    + "and headings.")
    private @Nullable String kind;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "File for refused rows with their reasons, to correct and import again. Default: beside "
                    + "each file, as NAME.refused.csv.")
    private @Nullable Path refused;

    @Option(
            names = "--every-row",
            description = "Report every changed or refused row, not only the first of each kind.")
    private boolean everyRow;

    @Mixin
    private final PrintOptions print = PrintOptions.ofEntries();

    public ImportCommand(Terminal terminal) {
        this(terminal, TerminalAnswers.system());
    }

    public ImportCommand(Terminal terminal, TerminalAnswers answers) {
        this.terminal = terminal;
        this.answers = answers;
    }

    @Override
    public Integer call() {
        Export form = form();
        Format.chosen(null, refused == null ? null : refused.toString(), List.of(Format.CSV));
        Format.chosen(null, learn == null ? null : learn.toString(), List.of(Format.YAML));
        NewFile.check(refused == null ? null : refused.toString(), print.force());
        NewFile.checkOrdinary(refused);
        NewFile.check(learn == null ? null : learn.toString(), print.force());
        Wording wording = terminal.wording();
        print.colours(terminal);
        Notices ofPacks = print.notices(terminal);
        try (Shipped shipped = new Shipped();
                RefusedFile mend = new RefusedFile(
                        refused, refused != null && print.force(), wording.language(), wording::onOneLine)) {
            Universe base = Import.isUniverse(files)
                    ? Universe.read(vocabulary.read(shipped, ofPacks))
                    : universe(shipped, ofPacks);
            EntryKind kind = kind(EntryKinds.of(base.vocabulary()));
            MappingDraft draft = new MappingDraft(base);
            ImportReport report =
                    new ImportReport(terminal, wording, answers, mend, everyRow, learn == null ? null : draft);
            List<Problem> wrong = new ArrayList<>();
            Mapping map = map(wrong);
            if (!wrong.isEmpty()) {
                wrong.forEach(report::problem);
                return Exit.PROBLEMS;
            }
            List<String> paths =
                    learn == null || map.hasRecords() || files.size() > 1 ? List.of() : TableFile.paths(files.get(0));
            Import run = new Import(base, paths.isEmpty() ? map : map.from(paths.get(0)), sheet, kind, report);
            if (form == null) {
                run.run(files, (any, holder, entry) -> {}); // read only for the report
            } else {
                print.write(terminal, out -> write(run, base, form, out, report, () -> learn(report, draft, paths)));
            }
            if (saveMap) {
                save(map.and(run.answers()), report);
            }
            learn(report, draft, paths);
            report.finish();
            report.done(run, form == null ? null : print.file(), screening(run));
            new PrintOptions().write(terminal, report.toString());
            return run.isTroubled() || report.isTroubled() || ofPacks.anyProblems() ? Exit.PROBLEMS : Exit.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param learn writes the draft mapping */
    private void write(Import run, Universe base, Export form, OutputStream out, ImportReport report, Step learn)
            throws IOException {
        // Closing the writer only at the end leaves no file after a failure.
        EntryWriter writer = form.writer(out, terminal.wording().language(), report::unfit);
        if (form != Export.CSV) {
            rates(base, writer);
        }
        run.run(files, form == Export.YAML || form == Export.JSON ? writer : withoutAmendments(writer, report));
        if (run.taken().isEmpty() && run.amended() == 0) {
            learn.run();
            report.finish();
            report.done(run, null, "");
            new PrintOptions().write(terminal, report.toString());
            throw new Refusal(Exit.PROBLEMS);
        }
        writer.close();
    }

    /**
     * Writes the rates of the command line beside the amounts that they convert, so that the result can be read back.
     */
    private void rates(Universe base, EntryWriter writer) throws IOException {
        EntryKind kind = EntryKinds.of(base.vocabulary()).get(RateReader.LIST);
        for (Node document : universes.documents()) {
            for (Node rate : document.list(RateReader.LIST, new ArrayList<>())) {
                List<Node.Field> fields = new ArrayList<>(rate.each());
                fields.add(
                        1,
                        new Node.Field(
                                "in",
                                rate.place(),
                                Node.scalar(rate.place(), base.money().currency())));
                writer.write(kind, null, Node.map(rate.place(), fields));
            }
        }
    }

    /** Leaves out amendments to known facts, which tables cannot express. */
    private static EntryWriter withoutAmendments(EntryWriter writer, ImportReport report) {
        return (kind, holder, entry) -> {
            if (kind.name().equals(Amendment.LIST)) {
                report.unfit(TableProblems.unfit(entry.place(), Amendment.LIST));
            } else {
                writer.write(kind, holder, entry);
            }
        };
    }

    /** Returns the command that screens the written file. */
    private String screening(Import run) {
        List<String> words = new ArrayList<>(List.of("winnow", "screen"));
        vocabulary.named().forEach(pack -> words.addAll(List.of("-r", pack)));
        universes.named().forEach(universe -> words.addAll(List.of("-u", universe)));
        String file = String.valueOf(print.file());
        boolean projects = run.taken().keySet().stream().anyMatch(EntryKind::isProjects);
        if (projects && !Import.isUniverse(files)) {
            words.addAll(List.of("--project", file));
        } else if (Import.isUniverse(files) || !universes.named().isEmpty()) {
            words.addAll(List.of("-u", file));
        } else {
            words.addAll(List.of("-u", Shipped.DEFAULT, "-u", file));
        }
        return words.stream()
                .map(word -> word.matches("(?U)[\\w./:=-]+") ? word : '"' + word + '"')
                .collect(Collectors.joining(" "));
    }

    private @Nullable Export form() {
        String file = print.file();
        return file == null ? null : ExportForm.of(file, EnumSet.allOf(Export.class));
    }

    /** Returns the mapping that the options define; mapping files come first. */
    private Mapping map(List<Problem> problems) {
        Mapping files = Mapping.NONE;
        Mapping map = Mapping.NONE;
        KeyedWords meanings = new KeyedWords("--map");
        for (String saying : maps) {
            if (isFile(saying)) {
                files = files.and(Mapping.read(Shipped.path(saying), problems));
                continue;
            }
            Mapping more = map.and(saying);
            if (more == null) {
                throw new Refusal(
                        Exit.USAGE,
                        Message.of("`%s` needs a heading and a property", saying)
                                .with(Message.of("did you mean `%s`?", saying + "=name")));
            }
            meanings.add(TextFolding.of(saying.substring(0, saying.lastIndexOf('='))), saying);
            map = more;
        }
        KeyedWords names = new KeyedWords("--match");
        for (String saying : matches) {
            int equals = saying.lastIndexOf('=');
            if (equals < 1 || equals == saying.length() - 1) {
                throw new Refusal(
                        Exit.USAGE,
                        Message.of("`%s` needs a name and an id", saying)
                                .with(Message.of("did you mean `%s`?", saying + "=" + Mapping.NEW)));
            }
            names.add(TextFolding.of(saying.substring(0, equals)), saying);
            map = map.match(
                    saying.substring(0, equals).strip(),
                    saying.substring(equals + 1).strip());
        }
        return files.and(map);
    }

    private static boolean isFile(String saying) {
        return saying.indexOf('=') < 0
                && (saying.matches("(?s).*\\.ya?ml") || Files.isRegularFile(Shipped.path(saying)));
    }

    private @Nullable EntryKind kind(EntryKinds kinds) {
        if (kind == null) {
            return null;
        }
        EntryKind known = kinds.find(kind);
        if (known == null) {
            throw Refusal.unknown(Message.of("unknown kind of entry `%s`", kind), kind, Kinds.of(kinds));
        }
        return known;
    }

    /**
     * Returns the universe with the facts of the named packs and of those whose facts it states, so that no column is
     * compared with those of others; with the facts of all shipped packs if none is named.
     */
    private Universe universe(Shipped shipped, Notices ofPacks) {
        Notices notices = print.notices(terminal);
        Vocabulary all = vocabulary.read(shipped, ofPacks);
        Path[] paths = universes.paths(shipped);
        Universe whole = GivenUniverse.read(all, universes.documents(), notices::notes, paths);
        notices.problems(whole.problems());
        Vocabulary named = vocabulary.named(shipped, all);
        if (named.equals(all)) {
            return whole;
        }
        Universe own = GivenUniverse.read(named, universes.documents(), notes -> {}, paths);
        if (own.problems().size() <= whole.problems().size()) {
            return own;
        }
        Vocabulary used = vocabulary.used(shipped, whole.dossiers(whole.asOf(), true));
        return GivenUniverse.read(used, universes.documents(), notes -> {}, paths);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void learn(ImportReport report, MappingDraft draft, List<String> paths) throws IOException {
        Path file = learn;
        if (file != null && !report.understood().isEmpty()) {
            byte[] text = draft.of(report.understood(), paths).getBytes(StandardCharsets.UTF_8);
            PrintOptions.writeTo(file.toString(), out -> out.write(text));
            report.learnt(file);
        }
    }

    private void save(Mapping map, ImportReport report) throws IOException {
        for (Path file : files) {
            if ((Import.isTable(file) || map.hasRecords()) && !map.isEmpty()) {
                List<Problem> problems = new ArrayList<>();
                Mapping whole = Mapping.readBeside(file, problems).and(map);
                Path beside = Mapping.beside(file);
                PrintOptions.writeTo(
                        beside.toString(), out -> out.write(whole.toYaml().getBytes(StandardCharsets.UTF_8)));
                report.saved(beside);
            }
        }
    }

    /** Values for shell completion. */
    static final class Kinds implements Iterable<String> {

        static List<String> of(EntryKinds kinds) {
            return kinds.values().stream().map(EntryKind::name).toList();
        }

        @Override
        public Iterator<String> iterator() {
            return of(EntryKinds.of(Vocabulary.core())).iterator();
        }
    }
}
