curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/operator/tokens" \
  --header "Authorization: Bearer $DRAWBRIDGE_OPERATOR_KEY" \
  --header 'Content-Type: application/json' \
  --data "{ \"chain\": \"local\", \"address\": \"$TOKEN_ADDRESS\", \"symbol\": \"$TOKEN_SYMBOL\" }"
