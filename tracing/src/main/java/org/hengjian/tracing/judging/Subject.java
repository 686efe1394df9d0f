package org.hengjian.tracing.judging;

import java.util.List;

/** A profile taken apart: for each feature the parts of its values, as its measure reads them. */
public record Subject(Object[][] parts, List<List<String>> values) {}
