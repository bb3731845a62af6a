curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/relay-costs?from=2026-01-01&to=2026-01-31" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
