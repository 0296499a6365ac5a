package dev.winnow.console.terminal;

import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.sentences.Editions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints messages beside the results, on the error stream. */
public final class Notices {

    private static final int NANOS = 9;
    /** Number of notes of a kind that are printed in full. */
    private static final int FEW = 3;

    private static final String INDENT = "  ";

    /** The command that shows how sources disagree. */
    private static final String HOW = "winnow evidence --conflicts";

    private final Terminal terminal;
    private final boolean quiet;
    private final long start = System.nanoTime();
    /** Number of notes in a stream by kind. */
    private final Map<String, Integer> streamed = new LinkedHashMap<>();

    private int problems;

    public Notices(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** Reports problems, regardless of the options. */
    public void problems(List<Problem> found) {
        problems += found.size();
        found.forEach(problem -> terminal.say(CleanText.lines(wording().say(problem))));
    }

    /** Reports problems without a place in a file, regardless of the options. */
    public void failures(List<Message> found) {
        problems += found.size();
        found.forEach(terminal::message);
    }

    /** Reports notes that are not problems. Of many notes of one kind, only the first and their number are printed. */
    public void notes(List<Problem> found) {
        Map<String, List<Problem>> kinds = new LinkedHashMap<>();
        found.forEach(note -> kinds.computeIfAbsent(note.what().template(), kind -> new ArrayList<>())
                .add(note));
        for (List<Problem> kind : kinds.values()) {
            int shown = kind.size() > FEW ? 1 : kind.size();
            kind.subList(0, shown).forEach(this::full);
            more(kind.size() - shown);
        }
    }

    /**
     * Reports one note of a stream. The first few of a kind are printed; the number of others is printed at the end.
     */
    public void note(Problem found) {
        int before = streamed.merge(found.what().template(), 1, Integer::sum) - 1;
        if (before < FEW) {
            full(found);
        }
    }

    /**
     * Reports the number of places where sources disagree and the command that shows them; conflicts that the user can
     * resolve are printed in full.
     */
    public void conflicts(List<Problem> found) {
        notes(found.stream().filter(conflict -> conflict.advice() != null).toList());
        List<Problem> disputes =
                found.stream().filter(conflict -> conflict.advice() == null).toList();
        if (!quiet && !disputes.isEmpty()) {
            Place first = disputes.get(0).place();
            note(CleanText.lines(wording()
                    .say(
                            disputes.size() == 1
                                    ? Message.of(
                                            "sources disagree at %s; details: `%s` with the same universe", first, HOW)
                                    : Message.of(
                                            "sources disagree in %s places, the first at %s; details: `%s` with the same universe",
                                            disputes.size(), first, HOW))));
        }
    }

    private void full(Problem found) {
        if (!quiet) {
            note(CleanText.lines(wording().say(found)));
        }
    }

    private void more(int notes) {
        if (!quiet && notes > 0) {
            note(wording().say(Message.count(notes, "no more", "1 more like this", "%s more like this")));
        }
    }

    /** Reports that a universe or project is illustrative, for formats that have no place for it. */
    public void invented(Screening screening) {
        if (quiet) {
            return;
        }
        if (screening.illustrative()) {
            note(wording().sentence(Editions.INVENTED));
            return;
        }
        screening.assessments().stream()
                .filter(Assessment::illustrative)
                .map(Assessment::project)
                .distinct()
                .forEach(project -> note(wording().say(Message.of("`%s` is invented", Columns.clean(project)))));
    }

    /** Wraps the first line to the terminal; lines that quote a file are unchanged. */
    private void note(String text) {
        String said = wording().sentence("note: %s", text);
        if (!terminal.interactive()) {
            terminal.say(said);
            return;
        }
        int end = said.indexOf('\n');
        List<String> lines =
                Columns.wrap(end < 0 ? said : said.substring(0, end), terminal.columns() - INDENT.length());
        terminal.say(String.join("\n" + INDENT, lines) + (end < 0 ? "" : said.substring(end)));
    }

    /** Reports that a pack has no texts in the chosen language. */
    public void unspoken(RulePack pack) {
        if (!quiet && pack.language() != terminal.wording().language()) {
            note(wording()
                    .say(Message.of(
                            "pack `%s` has no `%s`, its titles and reasons are in English",
                            pack.name(), wording().language().tag() + ".yaml")));
        }
    }

    /** Returns the wording of the output language. */
    public Wording wording() {
        return terminal.wording();
    }

    /** Returns the progress display, which is active on a terminal unless switched off. */
    public ProgressLine progress() {
        return new ProgressLine(terminal, !quiet, wording());
    }

    /** Prints a summary line of a screening with its duration; only on a terminal, unless switched off. */
    public void summary(Screening asked) {
        Map<Verdict, Long> counts =
                asked.assessments().stream().collect(Collectors.groupingBy(Assessment::verdict, Collectors.counting()));
        done(
                "screen.done",
                asked.assessments().size(),
                counts.getOrDefault(Verdict.RECOMMEND, 0L),
                counts.getOrDefault(Verdict.HOLD, 0L),
                counts.getOrDefault(Verdict.DECLINE, 0L));
    }

    /**
     * Prints a summary line of long work; only on a terminal, unless switched off.
     *
     * @param key the template, whose last placeholder is the duration in seconds
     */
    public void done(String key, Object... counts) {
        if (quiet || !terminal.interactive()) {
            return;
        }
        List<Object> values = new ArrayList<>(List.of(counts));
        values.add(Numbers.near(BigDecimal.valueOf(System.nanoTime() - start, NANOS), 1));
        terminal.say(wording().say(key, values.toArray()));
    }

    /** Whether a problem was reported. */
    public boolean anyProblems() {
        return problems > 0;
    }

    /** Prints the number of problems, if any, and returns the exit code. */
    public int finish(Message consequence) {
        more(streamed.values().stream()
                .mapToInt(count -> count - FEW)
                .filter(count -> count > 0)
                .sum());
        streamed.clear();
        if (problems == 0) {
            return Exit.DONE;
        }
        terminal.say(wording()
                .sentence(
                        "winnow: %s; %s",
                        wording().say(Message.count(problems, "no problems", "1 problem", "%s problems")),
                        wording().say(consequence)));
        return Exit.PROBLEMS;
    }
}
