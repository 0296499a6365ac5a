package dev.winnow.cli.launch;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lambdas and method references of each kind. {@link LambdasTest} runs them as they are and as classes. */
public final class LambdaSamples implements Callable<List<String>> {

    private final List<String> said = new ArrayList<>();
    private int field = 7;

    /** An interface with a variable that has a bound, and a method of its own. */
    private interface Joining<T extends Comparable<T>> {
        String join(T one, T other);

        private String twice(T one) {
            return join(one, one);
        }

        default Function<T, String> both() {
            return this::twice;
        }
    }

    private interface Narrow {
        byte narrow(int wide);
    }

    private record Pair(long first, Object second) {
        static Pair of(int first, String second) {
            BiFunction<Integer, String, Pair> make = Pair::new;
            return make.apply(first, second);
        }

        Supplier<Long> sum(int more) {
            return () -> first + more;
        }
    }

    /** Has a method that another class reaches by a reference to what it inherits. */
    private static class Parent {
        String name() {
            return "parent";
        }
    }

    private static final class Child extends Parent {
        @Override
        String name() {
            return "child";
        }

        Supplier<String> parent() {
            return super::name;
        }
    }

    private final class Inner {
        private final Supplier<Integer> outer = () -> field + hidden(3);

        private int hidden(int more) {
            return more * field;
        }
    }

    private String own(Object word) {
        return "own " + word;
    }

    private static int length(CharSequence text) {
        return text.length();
    }

    private static String all(Object... words) {
        return List.of(words).toString();
    }

    private void note(Object word) {
        said.add(String.valueOf(word));
    }

    private boolean noted(Object word) {
        return said.add("noted " + word);
    }

    @Override
    public List<String> call() {
        captures();
        references();
        conversions();
        interfaces();
        return said;
    }

    private void captures() {
        int whole = 40;
        long large = 1L << 40;
        double part = 0.5;
        boolean yes = true;
        char letter = 'w';
        byte small = -3;
        short little = 300;
        float rough = 1.25f;
        String[] words = {"a", "b"};
        int[][] table = {{1, 2}, {3}};
        Supplier<String> everything = () -> whole + " " + large + " " + part + " " + yes + " " + letter + " " + small
                + " " + little + " " + rough + " " + words[1] + " " + table[1][0] + " " + field;
        note(everything.get());
        Supplier<Supplier<String>> nested = () -> () -> own(whole + large);
        note(nested.get().get());
        Runnable counting = () -> field++;
        counting.run();
        note(field);
        note(new Inner().outer.get());
        LongBinaryOperator longs = (one, other) -> one * large + other;
        note(longs.applyAsLong(3, 4));
    }

    private void references() {
        Function<Object, String> bound = this::own;
        note(bound.apply("word"));
        Function<String, Integer> unbound = String::length;
        note(unbound.apply("four"));
        Supplier<List<String>> made = ArrayList::new;
        note(made.get());
        IntFunction<int[]> array = int[]::new;
        note(array.apply(3).length);
        Function<String, Object> widened = this::own;
        note(widened.apply("wide"));
        Function<Object, String> several = LambdaSamples::all;
        note(several.apply(1));
        note(Pair.of(1, "one").sum(4).get());
        note(new Child().parent().get() + new Child().name());
        List.of("x", "y").forEach(this::noted);
        Function<List<String>, Stream<String>> onInterface = List::stream;
        note(onInterface.apply(List.of("s")).count());
        Callable<Integer> checked = "text"::length;
        try {
            note(checked.call());
        } catch (Exception e) {
            note(e);
        }
    }

    private void conversions() {
        ToIntFunction<Integer> unboxed = number -> number + 1;
        note(unboxed.applyAsInt(4));
        ToLongFunction<String> fromInt = LambdaSamples::length;
        note(fromInt.applyAsLong("12345"));
        ToDoubleFunction<Integer> unboxedAndWidened = Integer::intValue;
        note(unboxedAndWidened.applyAsDouble(3));
        ToLongFunction<Integer> boxWidened = number -> number;
        note(boxWidened.applyAsLong(9));
        DoubleSupplier fromLong = ((LongSupplier) () -> 5L)::getAsLong;
        note(fromLong.getAsDouble());
        Function<Integer, Long> boxedAgain = Integer::longValue;
        note(boxedAgain.apply(6));
        IntPredicate truth = List.of(1, 2)::contains;
        note(truth.test(2));
        IntUnaryOperator fromByte = ((Narrow) wide -> (byte) wide)::narrow;
        note(fromByte.applyAsInt(300));
        Supplier<Character> letter =
                "c".chars().mapToObj(one -> (char) one).toList().iterator()::next;
        note(letter.get());
        DoubleSupplier rough = ((Supplier<Float>) () -> 0.25f)::get;
        note(rough.getAsDouble());
        note(IntStream.range(0, 5).mapToObj(Integer::toString).collect(Collectors.joining("-")));
        note(Stream.of("b", "a").sorted(String::compareTo).toList());
    }

    private void interfaces() {
        Joining<String> joining = (one, other) -> one + other;
        note(joining.join("1", "2"));
        note(joining.both().apply("3"));
        UnaryOperator<String> inherited = String::trim;
        note(inherited.apply(" in "));
        note(inherited.andThen(String::length).apply(" out "));
        Runnable kept = (Runnable & Serializable) () -> note("serializable");
        kept.run();
    }
}
