package dev.winnow.analysis.internal.lists;

/**
 * Sorts numbers by a given order without boxing: for three million pairs, boxing would take most of the time. Nearly
 * sorted lists need few moves.
 */
public final class NumberSort {

    /** An order of numbers. */
    public interface Order {
        /** {@return below 0 if the first comes first} */
        int compare(int first, int second);
    }

    private NumberSort() {}

    /** Sorts numbers in place, by merging sorted runs. */
    public static void sort(int[] numbers, Order order) {
        int[] from = numbers;
        int[] into = new int[numbers.length];
        for (int width = 1; width < numbers.length; width *= 2) {
            for (int start = 0; start < numbers.length; start += 2 * width) {
                merge(from, into, start, width, order);
            }
            int[] swap = from;
            from = into;
            into = swap;
        }
        if (from != numbers) {
            System.arraycopy(from, 0, numbers, 0, numbers.length);
        }
    }

    private static void merge(int[] from, int[] into, int start, int width, Order order) {
        int middle = Math.min(start + width, from.length);
        int end = Math.min(middle + width, from.length);
        if (middle == end || order.compare(from[middle - 1], from[middle]) <= 0) {
            System.arraycopy(from, start, into, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean first = right == end || (left < middle && order.compare(from[left], from[right]) <= 0);
            into[at] = first ? from[left++] : from[right++];
        }
    }
}
