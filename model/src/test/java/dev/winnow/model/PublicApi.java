package dev.winnow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Internal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Checks that the promised API stays as in the last release, which {@code api.txt} records: the public and protected
 * members of the types in {@code public-types.txt}, without those that are {@code @Internal}. New members are allowed;
 * {@code api-broken.txt} lists removed and changed members with reasons, until the next release rewrites api.txt by
 * {@code -Dwinnow.golden=write}. Each module that promises types extends this class.
 */
public abstract class PublicApi {

    private static final String TYPES = "public-types.txt";
    private static final String INDENT = "  ";
    private static final Pattern OURS = Pattern.compile("dev\\.winnow\\.[\\w.$]+");

    /** The current members by type. */
    private final Map<String, Set<String>> now = new TreeMap<>();

    private final Map<String, Set<String>> before = new TreeMap<>();
    private final List<String> broken;
    private final Set<String> promised;

    /**
     * Creates the check of a module.
     *
     * @param folder the folder of public-types.txt, api.txt and api-broken.txt
     * @param others the folders of the modules whose types this module may expose
     */
    protected PublicApi(Path folder, Path... others) {
        try {
            for (String name : lines(folder.resolve(TYPES))) {
                now.put(name, members(type(name)));
            }
            Path released = folder.resolve("api.txt");
            if ("write".equals(System.getProperty("winnow.golden"))) {
                StringBuilder text = new StringBuilder();
                now.forEach((type, members) -> {
                    text.append(type).append('\n');
                    members.forEach(member -> text.append(INDENT).append(member).append('\n'));
                });
                Files.writeString(released, text);
            }
            Set<String> members = new TreeSet<>();
            for (String line : Files.readAllLines(released)) {
                if (line.startsWith(INDENT)) {
                    members.add(line.strip());
                } else {
                    members = new TreeSet<>();
                    before.put(line, members);
                }
            }
            broken = lines(folder.resolve("api-broken.txt"));
            promised = new TreeSet<>(now.keySet());
            for (Path other : others) {
                promised.addAll(lines(other.resolve(TYPES)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void promisedMembersExposeOnlyPromisedTypes() {
        Set<String> leaks = new TreeSet<>();
        now.forEach((type, members) -> members.forEach(member -> OURS.matcher(member)
                .results()
                .map(MatchResult::group)
                .filter(shown -> !promised.contains(shown))
                .forEach(shown -> leaks.add(type + INDENT + member))));
        assertThat(leaks)
                .as("a public type that is not in public-types.txt is for winnow's own packages; a member that shows"
                        + " one is @Internal")
                .isEmpty();
    }

    @Test
    void membersOfTheLastReleaseAreUnchanged() {
        Set<String> gone = new TreeSet<>();
        before.forEach((type, members) -> {
            Set<String> here = now.getOrDefault(type, Set.of());
            members.stream()
                    .filter(member -> !here.contains(member))
                    .forEach(member -> gone.add(type + INDENT + member));
        });
        gone.removeAll(broken);
        assertThat(gone)
                .as("programs that embed winnow use it: keep it beside the new one, deprecated; or list it in"
                        + " api-broken.txt with the reason, and in the changelog")
                .isEmpty();
    }

    @Test
    void implementableTypesHaveNoNewAbstractMethods() {
        Set<String> more = new TreeSet<>();
        before.forEach((type, members) -> {
            if (members.stream()
                    .anyMatch(member ->
                            member.matches("(sealed )?(abstract class|interface).*") && !member.startsWith("sealed"))) {
                now.getOrDefault(type, Set.of()).stream()
                        .filter(member -> member.startsWith("abstract ") && !member.startsWith("abstract class"))
                        .filter(member -> !members.contains(member))
                        .forEach(member -> more.add(type + INDENT + member));
            }
        });
        more.removeAll(broken);
        assertThat(more)
                .as("its implementations no longer compile: give it a body")
                .isEmpty();
    }

    @Test
    void membersListedAsBrokenAreBroken() {
        assertThat(broken).allSatisfy(line -> {
            String[] parts = line.split(INDENT, 2);
            assertThat(now.getOrDefault(parts[0], Set.of()).contains(parts[1])
                            == before.getOrDefault(parts[0], Set.of()).contains(parts[1]))
                    .as("`%s` is unchanged: remove it from api-broken.txt", line)
                    .isFalse();
        });
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static Set<String> members(Class<?> type) {
        Set<String> members = new TreeSet<>();
        members.add(head(type));
        for (Field field : type.getDeclaredFields()) {
            if (isOpen(field, field.getModifiers(), field.isSynthetic())) {
                members.add(modifiers(field.getModifiers()) + "field " + field.getName() + " "
                        + shown(field.getAnnotatedType()));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isOpen(constructor, constructor.getModifiers(), constructor.isSynthetic())) {
                members.add("new" + parameters(constructor));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isOpen(method, method.getModifiers(), method.isSynthetic()) && !isOfObject(method)) {
                members.add(modifiers(method.getModifiers()) + method.getName() + parameters(method) + " "
                        + shown(method.getAnnotatedReturnType()));
            }
        }
        return members;
    }

    private static boolean isOpen(AnnotatedElement member, int modifiers, boolean synthetic) {
        return !synthetic
                && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers))
                && !member.isAnnotationPresent(Internal.class);
    }

    /** Whether every object has the method. */
    private static boolean isOfObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(one -> one.getName().equals(method.getName())
                        && Arrays.equals(one.getParameterTypes(), method.getParameterTypes()));
    }

    /**
     * Returns the declaration of a type. It includes whether a class is final, since that decides whether it can be
     * extended.
     */
    private static String head(Class<?> type) {
        String kind = type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        int modifiers = type.getModifiers();
        String kept = type.isSealed() && !type.isEnum()
                ? "sealed "
                : kind.equals("class") && Modifier.isAbstract(modifiers)
                        ? "abstract "
                        : kind.equals("class") && Modifier.isFinal(modifiers) ? "final " : "";
        List<String> above = new ArrayList<>();
        if (kind.equals("class") && type.getSuperclass() != Object.class) {
            above.add(shown(type.getAnnotatedSuperclass()));
        }
        for (AnnotatedType one : type.getAnnotatedInterfaces()) {
            above.add(shown(one));
        }
        return kept + kind + (above.isEmpty() ? "" : " of " + String.join(", ", above));
    }

    private static String modifiers(int modifiers) {
        Map<String, Predicate<Integer>> each = new LinkedHashMap<>();
        each.put("protected ", Modifier::isProtected);
        each.put("static ", Modifier::isStatic);
        each.put("abstract ", Modifier::isAbstract);
        return each.entrySet().stream()
                .filter(one -> one.getValue().test(modifiers))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining());
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getAnnotatedParameterTypes())
                .map(PublicApi::shown)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Returns a type with a question mark after each nullable part, which Kotlin enforces. */
    private static String shown(AnnotatedType type) {
        String orNull = type.isAnnotationPresent(Nullable.class) ? "?" : "";
        if (type instanceof AnnotatedParameterizedType generic) {
            return name((Class<?>) ((ParameterizedType) generic.getType()).getRawType())
                    + Arrays.stream(generic.getAnnotatedActualTypeArguments())
                            .map(PublicApi::shown)
                            .collect(Collectors.joining(", ", "<", ">"))
                    + orNull;
        }
        if (type instanceof AnnotatedArrayType array) {
            return shown(array.getAnnotatedGenericComponentType()) + "[]" + orNull;
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            Stream<String> below =
                    Arrays.stream(wildcard.getAnnotatedLowerBounds()).map(one -> " super " + shown(one));
            Stream<String> above = Arrays.stream(wildcard.getAnnotatedUpperBounds())
                    .filter(one -> one.getType() != Object.class || one.isAnnotationPresent(Nullable.class))
                    .map(one -> " extends " + shown(one));
            return "*" + Stream.concat(below, above).collect(Collectors.joining());
        }
        Type plain = type.getType();
        return (plain instanceof Class<?> named ? name(named) : plain.getTypeName()) + orNull;
    }

    private static String name(Class<?> type) {
        boolean known = Set.of("java.lang", "java.util").contains(type.getPackageName());
        return known && !type.isMemberClass() ? type.getSimpleName() : type.getName();
    }
}
