curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/quotes/$QUOTE_ID" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
