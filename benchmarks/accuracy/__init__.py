"""The field's corpora: how right chronicle is, beside what others reach."""
