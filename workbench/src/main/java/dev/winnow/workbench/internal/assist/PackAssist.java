package dev.winnow.workbench.internal.assist;

import dev.winnow.engine.RulePack;
import dev.winnow.language.LimitSummary;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.PackReader;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.pack.PackHead;
import dev.winnow.language.internal.pack.RuleFiles;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.syntax.Verb;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Property;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.workbench.internal.assist.Diagnostic.Severity;
import dev.winnow.workbench.internal.assist.Occurrence.Kind;
import dev.winnow.workbench.internal.assist.RuleScan.Item;
import dev.winnow.workbench.internal.edit.RuleFormat;
import dev.winnow.workbench.internal.lint.Lint;
import dev.winnow.workbench.internal.lint.Remark;
import dev.winnow.workbench.internal.testing.CaseRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule pack as it is being edited: the files of a folder, some replaced by unsaved texts. Files are named relative to
 * the folder, such as {@code cases/demand.yaml}; positions count from 0, in UTF-16 units. Unknown files and positions
 * give empty results. Not thread-safe.
 */
public final class PackAssist {

    private static final Pattern MEANT = Pattern.compile("did you mean `([^`]+)`\\?");
    private static final String RULES = ".drl";

    private final PackFiles files;
    private final List<Problem> opening;
    private final PackHead head;
    private @Nullable List<Occurrence> occurrences;

    private PackAssist(PackFiles files, List<Problem> opening) {
        this.files = files;
        this.opening = opening;
        this.head = PackHead.read(files, new ArrayList<>());
    }

    /**
     * Reads a pack.
     *
     * @param folder the pack's folder
     * @param unsaved the texts that replace files, by name; names that do not belong in a pack are ignored
     * @return the pack
     * @throws PackException if there is no such folder
     */
    public static PackAssist read(Path folder, Map<String, String> unsaved) {
        List<Problem> opening = new ArrayList<>();
        return new PackAssist(PackFiles.read(folder, unsaved, opening), opening);
    }

    /**
     * Returns a pack that was read.
     *
     * @param files its files
     * @param opening the problems found while they were opened
     */
    public static PackAssist of(PackFiles files, List<Problem> opening) {
        return new PackAssist(files, List.copyOf(opening));
    }

    /** {@return the problems and remarks that `winnow rules check` reports, the problems first, by place} */
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        try {
            RulePack draft = RulePack.of(PackReader.draft(files, new ArrayList<>(opening)));
            CaseRunner.problems(draft).forEach(problem -> diagnostics.add(of(problem, Severity.ERROR, null)));
            for (Remark remark : Lint.remarks(draft)) {
                diagnostics.add(of(remark));
            }
        } catch (PackException e) {
            e.problems().forEach(problem -> diagnostics.add(of(problem, Severity.ERROR, null)));
        }
        return diagnostics;
    }

    private Diagnostic of(Remark remark) {
        Check check = remark.check();
        if (check == Check.LACKS_CASE) {
            return of(remark.problem(), Severity.ERROR, check.code());
        }
        Severity severity = check.level() == Check.Level.WARNING ? Severity.WARNING : Severity.NOTE;
        return of(remark.problem(), severity, check.code());
    }

    private Diagnostic of(Problem problem, Severity severity, @Nullable String code) {
        return new Diagnostic(
                name(problem.place().file()),
                Span.of(problem.place(), problem.length()),
                severity,
                code,
                problem.what(),
                problem.advice(),
                replacement(problem));
    }

    private String name(String path) {
        String folder = files.place("").file() + "/";
        return path.startsWith(folder) ? path.substring(folder.length()) : "";
    }

    /** The corrected spelling of the underlined word; null if the advice is no other spelling of it. */
    private static @Nullable String replacement(Problem problem) {
        String line = problem.place().text();
        int from = problem.place().column() - 1;
        int to = from + problem.length();
        Matcher meant = MEANT.matcher(String.valueOf(problem.advice()));
        if (line == null || from < 0 || to <= from || to > line.length() || !meant.matches()) {
            return null;
        }
        String written = line.substring(from, to);
        String word = meant.group(1);
        if (word.startsWith("@") && from > 0 && line.charAt(from - 1) == '@') {
            word = word.substring(1);
        }
        char first = written.charAt(0);
        boolean quoted = (first == '"' || first == '\'') && written.length() > 1 && written.endsWith(first + "");
        String bare = quoted ? written.substring(1, written.length() - 1) : written;
        if (Nearest.of(bare, List.of(word)) == null) {
            return null;
        }
        return quoted ? first + word + first : word;
    }

    /**
     * {@return the words that can be written at a position}
     *
     * @param file the file
     * @param line the line
     * @param character the character that the cursor is before
     */
    public List<Completion> completions(String file, int line, int character) {
        String text = files.raw(file);
        int at = text == null ? -1 : offset(text, line, character);
        if (text == null || at < 0) {
            return List.of();
        }
        List<String> rules = occurrences().stream()
                .filter(one -> one.kind() == Kind.RULE && one.definition())
                .map(Occurrence::name)
                .distinct()
                .toList();
        RuleFiles known = RuleFiles.of(files, head.outline(), new ArrayList<>());
        return new Completions(head, rules, known).of(file, text.substring(0, at), line);
    }

    /** The offset of a position, at most at the end of its line; -1 if there is no such line. */
    private static int offset(String text, int line, int character) {
        int start = 0;
        for (int i = 0; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return -1;
            }
        }
        int end = text.indexOf('\n', start);
        return Math.min(start + Math.max(0, character), end < 0 ? text.length() : end);
    }

    /**
     * {@return the meaning of the word at a position, a line each; empty if it has none}
     *
     * @param file the file
     * @param line the line
     * @param character the character
     */
    public List<Message> hover(String file, int line, int character) {
        Occurrence here = at(file, line, character);
        if (here == null) {
            return file.endsWith(RULES) ? verb(file, line, character) : List.of();
        }
        return switch (here.kind()) {
            case LIMIT -> limit(here.name());
            case RULE -> rule(here.name());
            case TYPE -> type(here.name());
            case FACT -> fact(here.name());
        };
    }

    private List<Message> verb(String file, int line, int character) {
        for (Item item :
                RuleScan.of(String.valueOf(files.raw(file)), head.types()).items()) {
            Token token = item.token();
            if (item.section() == RuleScan.Section.THEN && Span.of(token.spot()).contains(line, character)) {
                for (Verb verb : Verb.values()) {
                    if (token.is(verb.word)) {
                        return List.of(named(verb.word, verb.english, verb.chinese));
                    }
                }
            }
        }
        return List.of();
    }

    private static Message named(String name, @Nullable String english, @Nullable String chinese) {
        return Message.of("`%s`: %s", name, new Texts(english, chinese));
    }

    private List<Message> limit(String id) {
        List<Message> lines = new ArrayList<>();
        String title = head.limits().title(id);
        lines.add(Message.of("limit `%s`: %s", id, title.isEmpty() ? "–" : title));
        for (LimitSummary limit : head.limits().summaries()) {
            if (limit.id().equals(id)) {
                limit.values().forEach(value -> lines.add(value(value)));
            }
        }
        lines.add(readers(Kind.LIMIT, id));
        return lines;
    }

    private static Message value(LimitSummary.Dated value) {
        Message from = value.from() == null ? Message.of("always") : Message.of("from %s", value.from());
        return value.source() == null || value.reason() != null
                ? Message.of("%s: %s; assumed: %s", from, value.value(), String.valueOf(value.reason()))
                : Message.of("%s: %s; source: %s", from, value.value(), value.source());
    }

    private List<Message> rule(String id) {
        for (String file : files.names()) {
            for (Symbol symbol : file.endsWith(RULES) ? symbols(file) : List.<Symbol>of()) {
                if (symbol.name().equals(id)) {
                    return List.of(Message.of("rule `%s`: %s", id, symbol.detail()));
                }
            }
        }
        return List.of();
    }

    private List<Message> type(String name) {
        FactType type = head.types().type(name);
        return type == null ? List.of() : List.of(named(name, type.words(Language.EN), type.words(Language.ZH)));
    }

    private List<Message> fact(String name) {
        int dot = name.indexOf('.');
        FactType type = head.types().type(name.substring(0, dot));
        Property property = type == null ? null : type.properties().get(name.substring(dot + 1));
        if (property == null) {
            return List.of();
        }
        List<Message> lines = new ArrayList<>();
        lines.add(named(name, property.words(Language.EN), property.words(Language.ZH)));
        lines.add(property.value().kind().words());
        DeclaredProperty described = property.described();
        if (described != null && described.note() != null) {
            lines.add(Message.of(
                    "%s", new Texts(described.note().english(), described.note().chinese())));
        }
        if (described != null && described.who() != null) {
            lines.add(Message.of(
                    "answered by: %s",
                    new Texts(described.who().english(), described.who().chinese())));
        }
        if (!property.words().isEmpty()) {
            lines.add(Message.of("allowed words: %s", Message.names(property.words())));
        }
        lines.add(readers(Kind.FACT, name));
        return lines;
    }

    /** The rule files that read a limit or a fact. */
    private Message readers(Kind kind, String name) {
        List<String> readers = occurrences().stream()
                .filter(one -> one.kind() == kind
                        && one.name().equals(name)
                        && one.at().file().endsWith(RULES))
                .map(one -> one.at().file())
                .distinct()
                .toList();
        return readers.isEmpty() ? Message.of("read by no rule") : Message.of("read in: %s", Message.names(readers));
    }

    /**
     * {@return the places that define the thing named at a position; empty for one of the core}
     *
     * @param file the file
     * @param line the line
     * @param character the character
     */
    public List<Location> definition(String file, int line, int character) {
        return places(at(file, line, character), true);
    }

    /**
     * {@return all places that name the same thing as a position, its definition included}
     *
     * @param file the file
     * @param line the line
     * @param character the character
     */
    public List<Location> references(String file, int line, int character) {
        return places(at(file, line, character), false);
    }

    private List<Location> places(@Nullable Occurrence named, boolean definitions) {
        return named == null
                ? List.of()
                : occurrences().stream()
                        .filter(one -> one.isOf(named) && (one.definition() || !definitions))
                        .map(Occurrence::at)
                        .distinct()
                        .toList();
    }

    /**
     * {@return the place of the name at a position if it can be renamed, as the ids of limits and rules can; else null}
     *
     * @param file the file
     * @param line the line
     * @param character the character
     */
    public @Nullable Location renamable(String file, int line, int character) {
        Occurrence here = at(file, line, character);
        return here == null || (here.kind() != Kind.LIMIT && here.kind() != Kind.RULE) ? null : here.at();
    }

    /**
     * Renames a limit or a rule. It is refused if the pack would then have other problems or remarks than before, so that
     * no name is left behind.
     *
     * @param file the file
     * @param line the line
     * @param character the character
     * @param name the new name
     * @return the places to change
     */
    public Renaming rename(String file, int line, int character, String name) {
        Occurrence here = at(file, line, character);
        if (here == null || renamable(file, line, character) == null) {
            return Renaming.refused(Message.of("only limits and rules can be renamed"));
        }
        if (!Drl.isKebab(name)) {
            return Renaming.refused(Message.of(
                    "`%s` is not kebab-case; write small letters, digits and single `%s` between words", name, "-"));
        }
        if (occurrences().stream()
                .anyMatch(one -> one.kind() == here.kind() && one.name().equals(name))) {
            return Renaming.refused(Message.of("the pack already has `%s`", name));
        }
        List<Diagnostic> before = diagnostics();
        if (before.stream().anyMatch(one -> one.severity() == Severity.ERROR && one.code() == null)) {
            return Renaming.refused(Message.of("the pack has problems; correct them before you rename"));
        }
        List<Location> places = places(here, false);
        Map<String, String> changed = changed(places, here.name(), name);
        if (changed == null) {
            return Renaming.refused(Message.of("`%s` is written in a form that cannot be renamed", here.name()));
        }
        PackAssist after = new PackAssist(files.with(changed), opening);
        return shown(after.diagnostics(), here.name(), name).equals(shown(before, here.name(), name))
                ? new Renaming(places, null)
                : Renaming.refused(
                        Message.of("renaming `%s` to `%s` would change what the pack means", here.name(), name));
    }

    /** The texts with a name replaced; null if a place has another text. */
    private @Nullable Map<String, String> changed(List<Location> places, String old, String name) {
        Map<String, String> changed = new TreeMap<>();
        List<Location> lastFirst = places.stream()
                .sorted(Comparator.comparing((Location place) -> place.span().line())
                        .thenComparing(place -> place.span().start())
                        .reversed())
                .toList();
        for (Location place : lastFirst) {
            String text = changed.getOrDefault(place.file(), files.raw(place.file()));
            int at = text == null
                    ? -1
                    : offset(text, place.span().line(), place.span().start());
            if (text == null || at < 0 || !text.startsWith(old, at)) {
                return null;
            }
            changed.put(place.file(), text.substring(0, at) + name + text.substring(at + old.length()));
        }
        return changed;
    }

    /** The diagnostics without columns, which depend on the length of a name; the old name is replaced. */
    private static List<String> shown(List<Diagnostic> diagnostics, String old, String name) {
        return diagnostics.stream()
                .map(one -> shown(one).replace("`" + old + "`", "`" + name + "`"))
                .sorted()
                .toList();
    }

    private static String shown(Diagnostic one) {
        return one.file() + ":" + one.span().line() + ": " + one.code() + " " + one.what();
    }

    private @Nullable Occurrence at(String file, int line, int character) {
        return occurrences().stream()
                .filter(one -> one.at().file().equals(file) && one.at().span().contains(line, character))
                .findFirst()
                .orElse(null);
    }

    private List<Occurrence> occurrences() {
        List<Occurrence> known = occurrences;
        if (known == null) {
            known = Occurrences.of(files, head.types());
            occurrences = known;
        }
        return known;
    }

    /**
     * {@return the rules of a rule file, the limits of limits.yaml, or the cases of a file of cases, in order}
     *
     * @param file the file
     */
    public List<Symbol> symbols(String file) {
        if (file.endsWith(RULES)) {
            return ruleSymbols(file);
        }
        Node root = files.yaml(file, new ArrayList<>());
        if (root == null || !root.isMap()) {
            return List.of();
        }
        return file.equals("limits.yaml")
                ? entries(root.list("limits", new ArrayList<>()), "id", "title")
                : file.startsWith("cases/")
                        ? entries(root.list("cases", new ArrayList<>()), "case", "rule")
                        : List.of();
    }

    private static List<Symbol> entries(List<Node> nodes, String name, String detail) {
        List<Symbol> symbols = new ArrayList<>();
        for (Node node : nodes) {
            Node id = node.isMap() ? node.get(name) : null;
            if (id != null && id.isScalar() && !id.text().isBlank()) {
                Node more = node.get(detail);
                int line = Math.max(0, id.place().line() - 1);
                symbols.add(new Symbol(
                        id.text(), more == null || !more.isScalar() ? "" : more.text(), Span.of(id.place(), 1), line));
            }
        }
        return symbols;
    }

    private List<Symbol> ruleSymbols(String file) {
        List<Symbol> symbols = new ArrayList<>();
        List<Item> items =
                RuleScan.of(String.valueOf(files.raw(file)), head.types()).items();
        for (int i = 1; i < items.size(); i++) {
            Item item = items.get(i);
            boolean id = item.token().kind() == Token.Kind.TEXT
                    && item.depth() == 0
                    && items.get(i - 1).token().is("rule");
            if (id && !item.token().text().isBlank()) {
                int line = item.token().spot().line() - 1;
                int last = line;
                String title = "";
                for (int j = i; j < items.size() && items.get(j).rule() == item.rule(); j++) {
                    Token token = items.get(j).token();
                    last = token.kind() == Token.Kind.END
                            ? last
                            : Math.max(last, token.spot().line() - 1);
                    if (token.is("title")
                            && j + 2 < items.size()
                            && items.get(j - 1).token().is("@")) {
                        title = items.get(j + 2).token().text();
                    }
                }
                symbols.add(new Symbol(
                        item.token().text(), title, Span.of(item.token().spot()), last));
            }
        }
        return symbols;
    }

    /**
     * {@return the text of a rule file as `winnow rules fmt` writes it; null if nothing changes, or the file is invalid}
     *
     * @param file the file
     */
    public @Nullable String format(String file) {
        return file.endsWith(RULES) && files.raw(file) != null
                ? RuleFormat.formatted(files, file.substring(0, file.length() - RULES.length()))
                : null;
    }

    /**
     * {@return the text of a file; null if it is missing or was refused}
     *
     * @param file the file
     */
    public @Nullable String text(String file) {
        return files.raw(file);
    }
}
