package dev.winnow.language.internal.syntax;

import java.util.List;
import java.util.Set;

/** Names and headers of rule files and of the DRL generated from them. */
public final class Drl {

    private static final Set<String> KEYWORDS = Set.of("""
        abstract assert boolean break byte case catch char class const continue default do double else
        enum extends final finally float for goto if implements import instanceof int interface long
        native new package private protected public return short static strictfp super switch
        synchronized this throw throws transient try void volatile while true false null rule query end
        global function declare java javax dev org com
        """.split("\\s+"));

    /** Maximum length of the name of a pack or criterion. */
    public static final int LONGEST_NAME = 60;

    /**
     * The import and global lines of a rule file: fixed words of the rule language, independent of the Java packages.
     */
    public static final List<String> HEADER =
            List.of("import dev.winnow.model.*", "import dev.winnow.engine.*", "global Scorecard card");

    /** The names of the annotations of a rule, without their {@code @}. */
    public static final List<String> ANNOTATIONS = List.of("title", "points", "source", "family", "action", "table");

    private Drl() {}

    /** Returns the parent package of all criteria of a pack. */
    public static String rootPackage(String pack) {
        return pack.replace('-', '_');
    }

    /** Returns the package that a criterion's file declares. */
    public static String packageName(String pack, String criterion) {
        return rootPackage(pack) + "." + criterion.replace('-', '_');
    }

    /** Whether a name is valid for a pack or criterion: kebab-case, and not a reserved word of Java or DRL. */
    public static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && isKebab(name) && !KEYWORDS.contains(name);
    }

    /** Whether a name consists of lower-case words and digits joined by single hyphens, beginning with a letter. */
    public static boolean isKebab(String name) {
        char before = '-';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean inWord = letter || (i > 0 && c >= '0' && c <= '9');
            if (!inWord && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return before != '-';
    }

    /** Returns the header of a rule file. */
    public static StringBuilder header(String packageName) {
        return new StringBuilder("package ")
                .append(packageName)
                .append('\n')
                .append(String.join("\n", HEADER))
                .append('\n');
    }
}
