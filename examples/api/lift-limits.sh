curl -sS --fail-with-body --request DELETE "$DRAWBRIDGE_URL/api/v1/operator/merchants/$MERCHANT_ID/limits" \
  --header "Authorization: Bearer $DRAWBRIDGE_OPERATOR_KEY"
