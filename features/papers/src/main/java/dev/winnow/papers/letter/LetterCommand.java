package dev.winnow.papers.letter;

import dev.winnow.analysis.internal.paths.AnswerReach;
import dev.winnow.analysis.internal.paths.DecisiveQuestions;
import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.Addressee;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.NewFile;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordOption;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.LetterEntry;
import dev.winnow.records.internal.entry.LetterKind;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.report.html.QuestionForm;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Questionnaire;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.text.TextRenderer;
import dev.winnow.report.internal.xlsx.QuestionSheets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow letter}: writes letters to applicants, cities and registers, and shows which are answered. */
@Command(
        name = "letter",
        description = "Write a letter about a project: the recorded decision with its outward reasons or conditions "
                + "to the applicant, or a request for the few facts that still decide.",
        footer = {
            "winnow letter sien qingdao --to applicant -o letter.docx",
            "winnow letter --template declined.txt",
            "winnow letter --status"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class LetterCommand implements Callable<Integer> {

    /** The formats of an enclosed sheet. */
    private static final List<Format> SHEETS = List.of(Format.XLSX, Format.HTML);

    /** Width of a recorded text, whose paragraphs are not broken into lines. */
    private static final int UNBROKEN = 10_000;

    private final Terminal terminal;
    private final Packs packs;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PROJECT",
            description = "A project, by id or name, or a file of your own.")
    private @Nullable String project;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CITY",
            description = "A city, by id or name. Default: every city, for a request about all of them.")
    private @Nullable String city;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = "--to",
            paramLabel = "WHO",
            description = "The addressee: applicant, city, register, or another one of `winnow ask`, by a word of the "
                    + "name.")
    private @Nullable String to;

    @Option(
            names = {"--today", "--day"},
            paramLabel = "DAY",
            description = "The date of the letter. Default: today.")
    private @Nullable String today;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "The day by which a reply is requested. Default: 14 days after the date of the letter.")
    private @Nullable String until;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "A reason written for the addressee, instead of those derived from the rules; required if "
                    + "the decision is against the rules; may be repeated.")
    private final List<String> reasons = new ArrayList<>();

    @Option(
            names = "--templates",
            paramLabel = "FOLDER",
            description = "Folder with templates and the letterhead of your own.")
    private @Nullable String folder;

    @Option(
            names = "--sheet",
            paramLabel = "FILE",
            description = "Also write the questions of a request to a workbook (.xlsx) or form (.html) to enclose, "
                    + "which `winnow answers` reads back.")
    private @Nullable String sheet;

    @Option(
            names = "--template",
            paramLabel = "NAME",
            completionCandidates = TemplateNames.class,
            description = "Write the shipped template with this name, to be changed: declined.txt, recommended.txt, "
                    + "request.txt, pending.txt, each also as .zh.txt, or letterhead.yaml.")
    private @Nullable String template;

    @Option(
            names = "--status",
            description = "List the recorded letters, the questions that they ask, and the answers to them.")
    private boolean status;

    @Option(names = "--record", description = "Record the letter, for `winnow letter --status`.")
    private boolean record;

    @Mixin
    private final RecordsOption records = new RecordsOption();

    @Mixin
    private final FormatOption format = new FormatOption(
            "table for people; markdown to paste; docx, a Word document; html, a web page. Default: by "
                    + "the ending of -o FILE, otherwise table.",
            Format.TABLE,
            Format.MARKDOWN,
            Format.DOCX,
            Format.HTML);

    @Mixin
    private final PrintOptions print = PrintOptions.of(Format.XLSX, Format.CSV, Format.YAML);

    public LetterCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() throws IOException {
        if (template != null) {
            return writeTemplate(template);
        }
        Format.chosen(null, sheet, SHEETS);
        Format chosen =
                status ? format.chosen(print, terminal, Format.XLSX, Format.CSV) : format.chosen(print, terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            ScreeningInput loader = new ScreeningInput(input, packs, shipped, notices);
            if (status) {
                return status(loader, chosen, notices);
            }
            if (project == null || to == null) {
                throw new Refusal(
                        Exit.USAGE,
                        Message.of("a letter needs a project and an addressee")
                                .with(Message.of("write `%s`", "winnow letter PROJECT CITY --to applicant")));
            }
            return letter(loader, project, to, chosen, notices);
        }
    }

    private int writeTemplate(String name) {
        Format.chosen(null, print.file(), List.of(Format.TEXT, Format.YAML));
        List<String> names = LetterTemplates.names();
        String file = LetterTemplates.file(name, terminal.wording().language());
        if (!names.contains(file)) {
            throw Refusal.unknown(Message.of("unknown template `%s`", name), name, names);
        }
        String text = LetterTemplates.text(file);
        print.write(terminal, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return Exit.DONE;
    }

    private int status(ScreeningInput loader, Format chosen, Notices notices) {
        Universe universe = loader.universe(loader.pack());
        notices.problems(universe.problems());
        try (RecordStore store = records.toRead(terminal)) {
            List<StoredRecord> all = RecordsOption.readable(store, notices);
            write(
                    new Forms().document(() -> LetterStatus.of(all, universe, terminal.wording()), print, terminal),
                    chosen);
        }
        return notices.finish(Message.of("entries with problems were left out"));
    }

    private void write(Forms forms, Format chosen) {
        print.write(terminal, forms.as(chosen));
    }

    private int letter(ScreeningInput loader, String project, String to, Format chosen, Notices notices)
            throws IOException {
        Wording wording = terminal.wording();
        ScreeningResult result = loader.screened(List.of(project), universe -> asked(universe, project))
                .result();
        if (result.asked().assessments().isEmpty()) {
            return nothing(notices);
        }
        List<Explanation> pairs = result.explanations().toList();
        LetterOrders.Decided decided = pairs.size() == 1 ? decision(result, pairs.get(0), notices) : null;
        LocalName who = who(to, result, pairs);
        if (who.equals(LetterContents.CITY) && pairs.size() > 1) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("a letter to a city is about one city")
                            .with(Message.of("write `%s`", "winnow letter PROJECT CITY --to city")));
        }
        List<OpenQuestion> open = DecisiveQuestions.of(result.session(), pairs, who);
        List<LetterEntry.Asked> questions = LetterQuestions.of(
                open,
                asked -> AnswerReach.of(result.session(), pairs, asked),
                result.asked().names(),
                wording);
        Letter.Order order = order(pairs, decided, who, !questions.isEmpty());
        Letter letter = LetterContents.of(order, who, questions, result, pairs, templates(wording, notices), wording);
        if (order.draft()) {
            notices.notes(List.of(Problem.at(Place.file(project), "the letter is a draft: no decision is recorded")
                    .with(Message.of("`%s` records it", "winnow decide"))));
        }
        if (sheet != null) {
            enclose(sheet, letter, open, result);
        }
        if (record) {
            record(letter, order, who, pairs, decided == null ? null : decided.record(), notices);
        }
        write(new Forms().document(letter::document, print, terminal), chosen);
        return notices.finish(Message.of("entries with problems were left out; the rest was screened"));
    }

    /** Writes the questions of a letter to a sheet or a form. */
    private void enclose(String file, Letter letter, List<OpenQuestion> open, ScreeningResult result) {
        if (letter.questions().isEmpty()) {
            throw new Refusal(Exit.USAGE, Message.of("the letter asks nothing, so there is nothing to enclose"));
        }
        NewFile.check(file, print.force());
        QuestionList asked = new QuestionList(
                open.stream()
                        .filter(one -> letter.questions().stream()
                                .anyMatch(question -> question.id().equals(one.id())
                                        && question.facts().contains(one.fact())))
                        .toList(),
                0);
        Questionnaire questionnaire =
                Questionnaire.of(asked, result.asked(), result.session().universe(), true, terminal.wording());
        PrintOptions.writeTo(file, out -> {
            if (Format.chosen(null, file, SHEETS) == Format.HTML) {
                QuestionForm.write(questionnaire, out);
            } else {
                QuestionSheets.write(questionnaire, out);
            }
        });
    }

    private static int nothing(Notices notices) {
        if (!notices.anyProblems()) {
            throw new Refusal(Exit.USAGE, Message.of("the project is no candidate for the city"));
        }
        return notices.finish(Message.of("nothing was left to screen"));
    }

    private Candidates asked(Universe universe, String project) {
        Candidates chosen = Candidates.all(universe).choose(List.of(project));
        return city == null ? chosen : chosen.inCities(List.of(city));
    }

    /**
     * Returns the templates of a folder, where it has them.
     *
     * @param folder null for the shipped ones
     */
    public static LetterTemplates templates(@Nullable String folder, Wording wording, Notices notices) {
        List<Problem> problems = new ArrayList<>();
        LetterTemplates templates = folder == null
                ? LetterTemplates.shipped(wording.language())
                : LetterTemplates.read(Shipped.path(folder), folder, wording.language(), problems);
        notices.problems(problems);
        return templates;
    }

    private LetterTemplates templates(Wording wording, Notices notices) {
        LetterTemplates templates = templates(folder, wording, notices);
        List<String> blanks = templates.blanks();
        if (!blanks.isEmpty()) {
            notices.notes(List.of(
                    Problem.at(Place.file("letterhead.yaml"), "the letter has blanks for %s", Message.names(blanks))
                            .with(Message.of(
                                    "write `%s` with `%s`, and give its folder with `%s`",
                                    "letterhead.yaml", "winnow letter --template letterhead.yaml", "--templates"))));
        }
        return templates;
    }

    /** Returns the last decision on a pair; null if there is none. */
    private LetterOrders.@Nullable Decided decision(ScreeningResult result, Explanation pair, Notices notices) {
        Assessment one = pair.assessment();
        RecordStore opened = records.toReadIfAny(terminal, record);
        if (opened == null) {
            return null;
        }
        try (RecordStore store = opened) {
            LetterOrders.Decided last =
                    LetterOrders.Decided.last(RecordsOption.readable(store, notices), one.project(), one.city());
            if (last != null) {
                ScreeningEntry screening = store.record(
                                last.record().decision().screening().number())
                        .screening();
                if (!screening
                                .universe()
                                .digest()
                                .equals(result.asked().universe().digest())
                        || !screening
                                .pack()
                                .digest()
                                .equals(result.asked().pack().digest())) {
                    notices.notes(List.of(Problem.at(
                            Place.file(store.place()),
                            "record %s decides on other editions of the facts or the rules than the letter uses",
                            last.record().number())));
                }
            }
            return last;
        }
    }

    private Letter.Order order(
            List<Explanation> pairs, LetterOrders.@Nullable Decided decided, LocalName who, boolean anyQuestions) {
        LocalDate dated = InputOptions.today(today);
        LocalDate reply = until == null ? dated.plusDays(LetterContents.DAYS_TO_REPLY) : InputOptions.day(until);
        if (reply.isBefore(dated)) {
            throw new Refusal(
                    Exit.USAGE, Message.of("the reply is due on %s, before the date of the letter, %s", reply, dated));
        }
        try {
            return new LetterOrders(pairs, decided, reasons)
                    .order(who.equals(Addressee.APPLICANT), anyQuestions, dated, reply);
        } catch (NoLetter e) {
            Message option = e.kind() == NoLetter.Kind.NO_REASONS
                    ? Message.of("write them for the applicant: `%s`", "--reason TEXT")
                    : null;
            throw new Refusal(
                    e.kind() == NoLetter.Kind.NOTHING_TO_ASK ? Exit.GATE : Exit.USAGE,
                    option == null ? e.what() : e.what().with(option));
        }
    }

    private static LocalName who(String word, ScreeningResult result, List<Explanation> pairs) {
        LocalName usual = LetterContents.USUAL.get(word.strip().toLowerCase(Locale.ROOT));
        if (usual != null) {
            return usual;
        }
        for (LocalName one : LetterContents.USUAL.values()) {
            for (Language language : Language.values()) {
                if (Addressee.isPrinted(one, language, word)) {
                    return one;
                }
            }
        }
        Universe universe = result.session().universe();
        return Addressee.of(
                QuestionList.of(pairs.stream(), universe.vocabulary(), universe.answers()),
                word,
                LetterContents.USUAL.keySet());
    }

    private void record(
            Letter letter,
            Letter.Order order,
            LocalName who,
            List<Explanation> pairs,
            @Nullable StoredRecord decided,
            Notices notices) {
        if (order.draft()) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("a draft is not recorded")
                            .with(Message.of("record the decision first: `%s`", "winnow decide")));
        }
        Assessment one = pairs.get(0).assessment();
        boolean single = pairs.size() == 1;
        try (RecordStore store = records.toWrite(terminal)) {
            StoredRecord stored = store.append(
                    new LetterEntry(
                            RecordsOption.now(null),
                            one.project(),
                            one.projectName(),
                            single ? one.city() : null,
                            single ? one.cityName() : null,
                            Objects.requireNonNullElse(who.english(), String.valueOf(who.chinese())),
                            order.kind(),
                            order.day(),
                            order.kind() == LetterKind.REQUEST ? order.until() : null,
                            decided == null ? null : new DecisionEntry.Reference(decided.number(), decided.hash()),
                            letter.questions(),
                            TextRenderer.render(letter.document(), Colours.OFF, UNBROKEN)),
                    List.of());
            RecordOption.tell(store, stored, notices);
        }
    }

    /** Values for shell completion. */
    static final class TemplateNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return LetterTemplates.names().iterator();
        }
    }
}
