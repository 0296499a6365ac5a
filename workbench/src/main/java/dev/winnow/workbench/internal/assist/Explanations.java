package dev.winnow.workbench.internal.assist;

import dev.winnow.language.LimitSummary;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.pack.PackHead;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.syntax.Verb;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Property;
import dev.winnow.model.internal.declared.DeclaredKey;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.Scale;
import dev.winnow.workbench.internal.assist.Occurrence.Kind;
import dev.winnow.workbench.internal.assist.RuleScan.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Explains the names in the files of a pack: their meanings, values and sources. */
final class Explanations {

    private static final Pattern KEY = Pattern.compile("([\\w-]+):(?=\\s)");

    private final PackFiles files;
    private final PackHead head;
    private final List<Occurrence> occurrences;

    Explanations(PackFiles files, PackHead head, List<Occurrence> occurrences) {
        this.files = files;
        this.head = head;
        this.occurrences = occurrences;
    }

    /** Returns the lines about a named thing. */
    List<Message> of(Occurrence named) {
        return switch (named.kind()) {
            case LIMIT -> limit(named.name());
            case RULE -> rule(named.name());
            case TYPE -> type(named.name());
            case FACT -> fact(named.name());
        };
    }

    /** Returns the line about the verb at a position of a rule file; empty if there is none. */
    List<Message> verb(String file, int line, int character) {
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

    /** Returns the line about the key at a position of a YAML file; empty if there is none. */
    List<Message> key(String file, int line, int character) {
        String text = String.valueOf(files.raw(file));
        int at = Span.offset(text, line, character);
        Matcher word = KEY.matcher(text);
        DeclaredKey key = null;
        for (int from = text.lastIndexOf('\n', at - 1) + 1; at >= 0 && word.find(from) && word.start() <= at; ) {
            key = at <= word.end(1) ? Completions.key(file, text.substring(0, word.start()), word.group(1)) : null;
            from = word.end();
        }
        return key == null ? List.of() : List.of(named(key.name(), key.note(), null));
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
            for (Symbol symbol :
                    file.endsWith(PackAssist.RULES) ? Symbols.of(files, head.types(), file) : List.<Symbol>of()) {
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

    /**
     * Returns the lines about a fact.
     *
     * @param name its type and name: {@code Project.subTracks}
     */
    List<Message> fact(String name) {
        int dot = name.indexOf('.');
        FactType type = head.types().type(name.substring(0, dot));
        Property property = type == null ? null : type.properties().get(name.substring(dot + 1));
        if (property == null) {
            return List.of();
        }
        List<Message> lines = new ArrayList<>();
        lines.add(named(name, property.words(Language.EN), property.words(Language.ZH)));
        DeclaredProperty described = property.described();
        Scale scale = described == null ? null : described.scale();
        lines.add(scale == null ? property.value().kind().words() : scale.unit().words());
        if (described != null && described.note() != null) {
            lines.add(Message.of(
                    "%s", new Texts(described.note().english(), described.note().chinese())));
        }
        for (int i = 0; scale != null && i < scale.levels().size(); i++) {
            lines.add(Message.of(
                    "%s",
                    new Texts(
                            scale.anchors(Language.EN).get(i),
                            scale.anchors(Language.ZH).get(i))));
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
        List<String> readers = occurrences.stream()
                .filter(one -> one.kind() == kind
                        && one.name().equals(name)
                        && one.at().file().endsWith(PackAssist.RULES))
                .map(one -> one.at().file())
                .distinct()
                .toList();
        return readers.isEmpty() ? Message.of("read by no rule") : Message.of("read in: %s", Message.names(readers));
    }
}
