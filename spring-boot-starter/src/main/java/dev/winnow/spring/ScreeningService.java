package dev.winnow.spring;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreenedUniverse;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.language.PackException;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.model.universe.UniverseException;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Screens the documents of requests with the current pack. A request with any problem is refused with all its problems.
 * Thread-safe.
 */
public final class ScreeningService {

    private final CurrentPack current;
    private final @Nullable Universe universe;
    private final ScreeningWatch watch;
    private final RequestLimits limits;

    ScreeningService(CurrentPack current, @Nullable Universe universe, ScreeningWatch watch, RequestLimits limits) {
        this.current = current;
        this.universe = universe;
        this.watch = watch;
        this.limits = limits;
    }

    /**
     * Reads the body of a request. The limits are checked as bytes arrive; the server ends a connection on which none
     * arrive, for Tomcat after {@code server.tomcat.connection-timeout}. No other request waits for the body.
     *
     * @param name the name of the document in messages; its ending, {@code .json} or {@code .yaml}, selects the format
     * @param body the document in UTF-8; it is not closed
     * @return the text, for {@link #screen(String, String, Locale)}
     * @throws RequestRefusedException if the document exceeds {@code winnow.limits.document}, or takes longer than
     *     {@code winnow.limits.time} to arrive
     * @throws UniverseException if it is not UTF-8
     * @throws IOException if it cannot be read
     */
    public String read(String name, InputStream body) throws IOException {
        return limits.read(name, body);
    }

    /**
     * Screens every project of a universe for every city of it. A universe comes from the application itself, so {@code
     * winnow.limits.*} does not apply.
     *
     * @param universe the universe
     * @param locale the language of titles, reasons and questions; English unless it is Chinese
     * @return the assessments with their robustness
     * @throws PackException if pack and universe have different currencies, or a rule exceeds the budget of an
     *     evaluation
     */
    public Screened screen(Universe universe, Locale locale) {
        return timed(loaded -> screen(loaded.request(universe, language(locale)), Progress.NONE, locale));
    }

    /**
     * Screens a document, YAML or JSON with the keys of a universe file. A document with cities is a universe of its
     * own. One without cities contains candidates, which are screened for the cities of the configured universe and
     * ranked among its projects. An interrupt cancels the screening.
     *
     * @param name the name of the document in messages; its ending, {@code .json} or {@code .yaml}, selects the format
     * @param text the document
     * @param locale the language of titles, reasons and questions; English unless it is Chinese
     * @return the assessments of the document's projects with their robustness
     * @throws UniverseException if the document has any problem, with all its problems
     * @throws PackException if pack and universe have different currencies, or a rule exceeds the budget of an
     *     evaluation
     * @throws RequestRefusedException if the document exceeds {@code winnow.limits.*}, other requests occupy all turns,
     *     or the thread is interrupted
     */
    public Screened screen(String name, String text, Locale locale) {
        limits.requireLength(text.length());
        return timed(loaded -> inTurn(deadline -> {
            Map<String, String> files = Map.of(name, text);
            Vocabulary vocabulary = facts(loaded.pack());
            Asked document = Asked.by(name, text);
            Universe ground = universe == null || document.hasCities() ? null : universe.with(vocabulary);
            limits.requirePairs(
                    document.projects(),
                    ground == null ? document.cities() : ground.cityIds().size());
            deadline.check();
            Universe all = ground == null ? Universe.parse(vocabulary, files) : ground.and(files);
            List<Problem> problems = new ArrayList<>(all.problems());
            if (ground != null) {
                problems.removeAll(ground.problems());
            }
            deadline.check();
            Set<String> asked = all.projects().stream()
                    .filter(project -> ground == null || project.own())
                    .map(ProjectEntry::id)
                    .collect(Collectors.toSet());
            requireWhole(name, problems, asked.isEmpty(), all.cityIds().isEmpty());
            return screen(loaded.request(all, language(locale)).asking(asked, null), deadline, locale);
        }));
    }

    /**
     * Screens a document like {@link #screen(String, String, Locale)}, but without robustness. Known projects are
     * judged once per edition of the pack and not for each document, so that the time depends on the document's
     * projects alone. Robustness would need all projects.
     *
     * @param name the name of the document in messages
     * @param text the document
     * @param locale the language of titles, reasons and questions; English unless it is Chinese
     * @return the same assessments, with their ranks among all projects
     * @throws UniverseException if the document has any problem, with all its problems
     * @throws PackException if pack and universe have different currencies, or a rule exceeds the budget of an
     *     evaluation
     * @throws RequestRefusedException if the document exceeds {@code winnow.limits.*}, other requests occupy all turns,
     *     or the thread is interrupted
     */
    public Screened screenAlone(String name, String text, Locale locale) {
        limits.requireLength(text.length());
        Universe known = universe;
        if (known == null || inTurn(deadline -> Asked.by(name, text).hasCities())) {
            Screened whole = screen(name, text, locale);
            return new Screened(whole.result(), null, whole.language());
        }
        return timed(loaded -> {
            ScreenedUniverse screened = loaded.screened(known, language(locale));
            return inTurn(deadline -> {
                limits.requirePairs(
                        Asked.by(name, text).projects(),
                        screened.universe().cityIds().size());
                deadline.check();
                Universe candidates = Universe.parse(screened.universe().vocabulary(), Map.of(name, text));
                ScreeningResult result = screened.judge(candidates, deadline);
                Screening screening = result.asked();
                List<Problem> problems = new ArrayList<>(screening.problems());
                problems.removeAll(screened.universe().problems());
                requireWhole(
                        name,
                        problems,
                        screening.assessments().isEmpty(),
                        screened.universe().cityIds().isEmpty());
                return new Screened(result, null, language(locale));
            });
        });
    }

    private static void requireWhole(String name, List<Problem> problems, boolean noProject, boolean noCity) {
        if (problems.isEmpty() && noCity) {
            problems.add(Problem.at(Place.file(name), Message.of("the document has no city to screen projects for")));
        } else if (problems.isEmpty() && noProject) {
            problems.add(Problem.at(Place.file(name), Message.of("the document has no project to screen")));
        }
        if (!problems.isEmpty()) {
            throw new UniverseException(name, problems);
        }
    }

    /** Returns the facts that a request may state: those of the pack and of the configured universe. */
    private Vocabulary facts(RulePack pack) {
        return universe == null ? pack.vocabulary() : pack.vocabulary().and(universe.vocabulary(), new ArrayList<>());
    }

    /** Returns winnow's language for a locale. */
    static Language language(Locale locale) {
        return Language.of(locale.getLanguage()).orElse(Language.EN);
    }

    /** Size of a request, counted before its entries are read. */
    private record Asked(int projects, int cities, boolean hasCities) {

        static Asked by(String name, String text) {
            Node document = Document.parse(name, text, new ArrayList<>());
            return document == null || !document.isMap()
                    ? new Asked(0, 0, false)
                    : new Asked(
                            number(document, "projects"), number(document, "cities"), document.get("cities") != null);
        }

        private static int number(Node document, String list) {
            Node entries = document.get(list);
            return entries == null ? 0 : entries.items().size();
        }
    }

    private <T> T inTurn(RequestLimits.Work<T> work) {
        try {
            return limits.inTurn(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Screened screen(ScreeningRequest request, Progress progress, Locale locale) {
        ScreeningResult result = request.screen(progress);
        return new Screened(result, Insight.of(result), language(locale));
    }

    /** Work that uses one pack from start to end. */
    private interface Work {
        Screened by(LoadedPack loaded);
    }

    private Screened timed(Work work) {
        LoadedPack loaded = current.get();
        long begin = System.nanoTime();
        boolean done = false;
        try {
            Screened screened = work.by(loaded);
            watch.screened(loaded.pack(), screened.screening(), since(begin));
            done = true;
            return screened;
        } finally {
            if (!done) {
                watch.refused(loaded.pack(), since(begin));
            }
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
