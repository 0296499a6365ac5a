package dev.winnow.workbench.internal.assist;

import dev.winnow.language.internal.pack.PackHead;
import dev.winnow.language.internal.pack.PackKeys;
import dev.winnow.language.internal.pack.RuleFiles;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.syntax.Verb;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Property;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.internal.declared.DeclaredKey;
import dev.winnow.model.internal.declared.Keys;
import dev.winnow.model.source.Language;
import dev.winnow.workbench.internal.assist.Completion.Kind;
import dev.winnow.workbench.internal.assist.RuleScan.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the words that fit a position of a file, from the text before it alone; they replace the word around it. */
final class Completions {

    private static final Pattern WORD = Pattern.compile("[\\p{Alnum}$_-]*$");
    private static final Pattern YAML_VALUE = Pattern.compile("([\\w-]+):\\s+([\\w-]*(?: [\\w-]*)*)$");
    private static final Pattern YAML_KEY = Pattern.compile("(?:^\\s*(?:-\\s+)*|[{,]\\s*)([\\w-]*)$");

    private final PackHead head;
    private final Collection<String> rules;
    private final Collection<String> criteria;
    private final List<Completion> found = new ArrayList<>();
    private Span replaced = new Span(0, 0, 0);

    /**
     * Completions of a pack.
     *
     * @param rules the ids of its rules
     */
    Completions(PackHead head, Collection<String> rules, RuleFiles files) {
        this.head = head;
        this.rules = rules;
        this.criteria = files.scored();
    }

    /**
     * Returns the words that fit a position.
     */
    List<Completion> of(String file, Cursor at) {
        String start = at.start();
        if (file.endsWith(".drl")) {
            int quote = openQuote(start);
            if (quote >= 0) {
                replaced = at.quoted(quote + 1);
                inQuotes(scan(at.before(quote)));
            } else if (!start.contains("//")) {
                int word = start.length() - wordBehind(start).length();
                replaced = at.word(word);
                inRule(scan(at.before(word)), start.startsWith("$", word));
            }
        } else {
            yaml(file, at);
            if (file.startsWith("cases/")) {
                found.addAll(new FactCompletions(head.types(), list -> Map.of()).of(at));
            }
        }
        return found;
    }

    private static String wordBehind(String start) {
        Matcher word = WORD.matcher(start);
        return word.find() ? word.group() : "";
    }

    /** The position of the unclosed quote on a line; -1 if all quotes are closed. */
    private static int openQuote(String line) {
        int open = -1;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\' && open >= 0) {
                i++;
            } else if (line.charAt(i) == '"') {
                open = open < 0 ? i : -1;
            } else if (open < 0 && line.startsWith("//", i)) {
                return -1;
            }
        }
        return open;
    }

    /** The tokens of a text; the END token has the context of the position. */
    private List<Item> scan(String text) {
        return RuleScan.of(text, head.types()).items();
    }

    private void inQuotes(List<Item> items) {
        Item here = items.get(items.size() - 1);
        Token last = token(items, 2);
        if (FactTypes.LIMIT.equals(here.type()) && last.is("==")) {
            limits();
        } else if (last.is("(") && token(items, 3).is(Verb.CAP.word)) {
            add(Kind.ID, criteria);
        } else if (here.type() != null) {
            words(head.types().type(here.type()), items);
        }
    }

    /** The closed list of the property nearest before the position. */
    private void words(@Nullable FactType type, List<Item> items) {
        for (int i = items.size() - 2; type != null && i >= 0; i--) {
            Token token = items.get(i).token();
            Property property = type.properties().get(token.text());
            if (token.kind() == Token.Kind.NAME && property != null) {
                for (String word : property.words()) {
                    add(Kind.WORD, word, property.word(word, Language.EN));
                }
                return;
            }
            boolean between = token.kind() == Token.Kind.TEXT
                    || token.kind() == Token.Kind.SIGN
                    || token.is("in")
                    || token.is("contains")
                    || token.is("not");
            if (!between) {
                return;
            }
        }
    }

    private void inRule(List<Item> items, boolean variable) {
        Item here = items.get(items.size() - 1);
        Token last = token(items, 2);
        if (variable) {
            variables(items, here.rule());
            return;
        }
        switch (here.section()) {
            case TOP -> add(Kind.KEYWORD, List.of("rule"));
            case ANNOTATIONS -> {
                if (last.is("@")) {
                    add(Kind.ANNOTATION, Drl.ANNOTATIONS);
                } else if (here.depth() == 0) {
                    add(Kind.KEYWORD, List.of("when"));
                }
            }
            case WHEN -> {
                FactType type = here.type() == null ? null : head.types().type(here.type());
                if (type != null) {
                    facts(type);
                } else {
                    types(here.depth() == 0);
                }
            }
            case THEN -> {
                if (last.is(".") && token(items, 3).is("card")) {
                    for (Verb verb : Verb.values()) {
                        add(Kind.VERB, verb.word, verb.english);
                    }
                } else if (here.depth() > 0) {
                    variables(items, here.rule());
                } else {
                    add(Kind.KEYWORD, List.of("card", "end"));
                }
            }
        }
    }

    /** The token at a position counted from the end, in which 1 is the END token. */
    private static Token token(List<Item> items, int fromEnd) {
        return items.get(Math.max(0, items.size() - fromEnd)).token();
    }

    private void variables(List<Item> items, int rule) {
        TreeSet<String> names = new TreeSet<>();
        for (Item item : items) {
            if (item.rule() == rule && item.token().kind() == Token.Kind.VARIABLE) {
                names.add(item.token().text());
            }
        }
        add(Kind.VARIABLE, names);
    }

    private void facts(FactType type) {
        type.properties().values().forEach(property -> add(Kind.FACT, property.name(), property.words(Language.EN)));
    }

    private void types(boolean outside) {
        for (String name : head.types().names()) {
            FactType type = head.types().type(name);
            add(Kind.TYPE, name, type == null ? "" : type.words(Language.EN));
        }
        if (outside) {
            add(Kind.KEYWORD, List.of("accumulate", "exists", "not", "then"));
        }
    }

    private void limits() {
        head.limits().ids().forEach(id -> add(Kind.ID, id, head.limits().title(id)));
    }

    private void yaml(String file, Cursor at) {
        String start = at.start();
        Matcher value = YAML_VALUE.matcher(start);
        if (value.find()) {
            replaced = at.words(value.start(2));
            DeclaredKey key = key(file, at.before(value.start(1)), value.group(1));
            if (key != null) {
                ids(file, key.name());
                add(Kind.WORD, key.words(head.types().vocabulary()));
            }
            return;
        }
        Matcher key = YAML_KEY.matcher(start);
        Keys around = key.find() ? keys(file, at.before()) : null;
        if (around != null) {
            replaced = at.word(key.start(1));
            around.all().forEach(one -> add(Kind.KEY, one.name(), one.note()));
        }
    }

    /** Returns the declared keys of the map at a position of a YAML file; null if it has none. */
    private static @Nullable Keys keys(String file, String before) {
        Keys root = PackKeys.ofFile(file);
        return root == null ? null : root.within(YamlPath.at(before));
    }

    /** Returns the declared key with a name at a position of a YAML file; null if there is none. */
    static @Nullable DeclaredKey key(String file, String before, String name) {
        Keys around = keys(file, before);
        return around == null ? null : around.key(name);
    }

    /** Adds the ids of rules or limits that a key may name. */
    private void ids(String file, String key) {
        boolean pack = file.equals("pack.yaml");
        if (key.equals("rule") && (pack || file.startsWith("cases/"))) {
            add(Kind.ID, rules);
        } else if (key.equals("limit") && pack) {
            limits();
        }
    }

    private void add(Kind kind, Collection<String> words) {
        words.forEach(word -> add(kind, word, ""));
    }

    private void add(Kind kind, String word, String detail) {
        found.add(new Completion(word, kind, detail, replaced));
    }
}
