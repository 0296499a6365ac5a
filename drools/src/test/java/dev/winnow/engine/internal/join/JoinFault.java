package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Comparisons;
import dev.winnow.engine.internal.evaluate.Interval;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Faults planted into the compiled classes of the join evaluator. */
enum JoinFault {
    THE_UNKNOWN_ROW_IS_NOT_POSSIBLE(Index.class, "find", Opcodes.LOR, 1, Opcodes.LAND),
    ONLY_ROWS_WITH_ALL_VALUES_ARE_FOUND(Index.class, "add", Opcodes.LOR, 1, Opcodes.LAND),
    NOTHING_MAY_EQUAL_THE_UNKNOWN(Index.class, "find", -1L),
    WHAT_IS_NOT_ASKED_FOR_IS_FOUND(TriBitSet.class, "turnRound", "LXOR", 1),
    THE_OTHER_ROWS_ARE_TURNED_ROUND_HALF(TriBitSet.class, "turnRound", "LXOR", 2),
    ROWS_OF_ONE_KEY_SUFFICE(TriBitSet.class, "setBoth", Opcodes.LAND, 1, Opcodes.LOR),
    ROWS_THAT_POSSIBLY_MEET_ONE_KEY_SUFFICE(TriBitSet.class, "setBoth", Opcodes.LAND, 2, Opcodes.LOR),
    THE_UNWRITTEN_ROW_IS_CERTAIN(FactTable.class, "lambda$meeting", "isUnwritten", 1),
    THE_UNWRITTEN_ROW_COUNTS_ONCE(FactTable.class, "lambda$amounts", "isUnwritten", 1),
    A_WAY_IS_AS_TRUE_AS_ITS_BEST_STEP(NestedLoops.class, "on", "and", 1),
    A_MATCH_IS_AS_TRUE_AS_ITS_BEST_ROW(NestedLoops.class, "match", "and", 1),
    CONDITIONS_ON_SEVERAL_FACTS_ARE_BUT_ONE_VOICE(NestedLoops.class, "meets", "and", 1),
    THE_LEAST_ROW_DECIDES_WHAT_IS_ABSENT(NestedLoops.class, "absent", "or", 1),
    WHAT_IS_PRESENT_IS_ABSENT(NestedLoops.class, "absent", "not", 1),
    THE_FRONT_IS_ALWAYS_CERTAIN(JoinRun.class, "report", "and", 1),
    WHAT_JOINS_CANDIDATE_AND_FRONT_IS_NOT_ASKED(JoinRun.class, "report", "and", 2),
    A_FURTHER_EQUALITY_IS_NEVER_CERTAIN(JoinRun.class, "further", "isSet", 1),
    A_FURTHER_EQUALITY_IS_NEVER_POSSIBLE(JoinRun.class, "further", "isSet", 2),
    WHAT_CANDIDATES_SEE_OF_MATCHES_IS_ALIKE(JoinRun.class, "seeMatches", "asksMatches", 1),
    WHETHER_A_FURTHER_EQUALITY_HOLDS_IS_NOT_SEEN(JoinRun.class, "ofTuple", Opcodes.LOR, 2, Opcodes.LAND),
    WHETHER_A_KEY_IS_NEW_IS_NOT_SEEN(JoinRun.class, "ofTuple", "asksFresh", 1),
    A_STEP_APART_SUFFICES(JoinRun.class, "truth", "and", 1),
    ANY_STEP_APART_SUFFICES(NestedLoops.class, "apart", "and", 1),
    THE_LOOK_UP_THAT_TELLS_IS_ANOTHER(JoinRun.class, "looked", Opcodes.ICONST_0, 1, Opcodes.ICONST_1),
    WHAT_ONE_CANDIDATE_LOOKED_UP_SERVES_THE_NEXT(Lookups.class, "select", Opcodes.ICONST_1, 1, Opcodes.ICONST_0),
    A_ROW_OF_THE_FRONT_SUFFICES(JoinRun.class, "matched", Opcodes.LAND, 2, Opcodes.LOR),
    A_CERTAIN_ROW_OF_THE_FRONT_SUFFICES(JoinRun.class, "matched", Opcodes.LAND, 1, Opcodes.LOR),
    THE_LARGEST_SHARE_IS_THE_SMALLEST(JoinScore.class, "earn", "max", 1),
    WHAT_IS_CERTAIN_EARNS_THE_SMALLEST_SHARE(JoinScore.class, "earn", "max", 2),
    THE_HIGHEST_CEILING_LIMITS(JoinScore.class, "limit", "min", 1),
    THE_HIGHEST_CERTAIN_CEILING_LIMITS(JoinScore.class, "limit", "min", 2),
    ANY_OF_ALL_SUFFICES(BoundCondition.All.class, "truth", "and", 1),
    ALL_OF_ANY_ARE_NEEDED(BoundCondition.Any.class, "truth", "or", 1),
    A_NEGATION_AFFIRMS(BoundCondition.Not.class, "truth", "not", 1),
    EVERYTHING_IS_CERTAINLY_AT_LEAST(Comparisons.class, "atLeast", "compareTo", 1),
    EVERYTHING_IS_POSSIBLY_AT_LEAST(Comparisons.class, "atLeast", "compareTo", 2),
    NO_DAY_IS_BEFORE(Comparisons.class, "atLeast", "isBefore", 1),
    NOTHING_IS_CERTAINLY_MORE(Comparisons.class, "moreThan", "compareTo", 1),
    NOTHING_IS_POSSIBLY_MORE(Comparisons.class, "moreThan", "compareTo", 2),
    NO_DAY_IS_AFTER(Comparisons.class, "moreThan", "isAfter", 1),
    NOTHING_IS_CERTAINLY_THE_SAME(Comparisons.class, "same", "equals", 2),
    NOTHING_IS_CERTAINLY_A_MEMBER(Comparisons.class, "memberOf", "contains", 1),
    NO_LIST_HOLDS_MORE(Comparisons.class, "memberOf", "mayHoldMore", 1),
    NOTHING_IS_ONE_OF_THEM(Comparisons.class, "oneOf", "contains", 1),
    WHAT_POSSIBLY_COUNTS_COUNTS_NOTHING(Interval.Sum.class, "add", "YES", 1),
    A_CALCULATION_READS_ITS_RIGHT_SIDE_TWICE(BoundValue.Calculated.class, "of", "left", 1),
    ;

    private static final Map<String, String> PAIRS = Map.of(
            "min", "max",
            "max", "min",
            "and", "or",
            "or", "and");

    private static final Map<String, String> FIELDS = Map.of("left", "right", "YES", "POSSIBLE");

    private final Class<?> type;
    private final String method;
    private final Object what;
    private final int which;
    private final int instead;

    JoinFault(Class<?> type, String method, Object what) {
        this(type, method, what, 1, 0);
    }

    JoinFault(Class<?> type, String method, Object what, int which) {
        this(type, method, what, which, 0);
    }

    /**
     * A fault.
     *
     * @param method the method's name or its beginning
     * @param what the target: an instruction; a called method, where one of {@link #PAIRS} is replaced by the other, a
     *     negation is removed, and a boolean method returns false; a field, replaced as in {@link #FIELDS}; or a
     *     number, replaced by 0
     * @param which the ordinal of the target within the method, from 1
     * @param instead the opcode that replaces an instruction
     */
    JoinFault(Class<?> type, String method, Object what, int which, int instead) {
        this.type = type;
        this.method = method;
        this.what = what;
        this.which = which;
        this.instead = instead;
    }

    String className() {
        return type.getName();
    }

    /** The class file with the fault planted. */
    byte[] plant(byte[] bytes) {
        int[] seen = {0};
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                                boolean here = name.equals(method)
                                        || (method.startsWith("lambda$") && name.startsWith(method));
                                return here ? new Planter(next, seen) : next;
                            }
                        },
                        0);
        if (seen[0] < which) {
            throw new AssertionError(name() + " has no place in " + className() + "." + method);
        }
        return writer.toByteArray();
    }

    private final class Planter extends MethodVisitor {

        private final int[] seen;

        Planter(MethodVisitor next, int[] seen) {
            super(Opcodes.ASM9, next);
            this.seen = seen;
        }

        private boolean is(Object instruction) {
            return instruction.equals(what) && ++seen[0] == which;
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.LXOR && is("LXOR")) {
                super.visitInsn(Opcodes.POP2); // removes the mask of ones that would have inverted the bits
            } else {
                super.visitInsn(is(opcode) ? instead : opcode);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            super.visitLdcInsn(is(value) ? 0L : value);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            String other = FIELDS.get(name);
            super.visitFieldInsn(opcode, owner, other != null && is(name) ? other : name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean here = is(name);
            if (here && name.equals("not")) {
                return; // the negation is left out
            }
            String other = PAIRS.get(name);
            super.visitMethodInsn(opcode, owner, here && other != null ? other : name, descriptor, isInterface);
            if (here && other == null) {
                super.visitInsn(Opcodes.POP);
                super.visitInsn(Opcodes.ICONST_0);
            }
        }
    }
}
