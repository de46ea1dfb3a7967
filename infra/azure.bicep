// Golden Rule in Azure: an identity without a password, a web app with Node 22, and the bot's registration.
//
// For a trial only. An App Service keeps files under /home on a network share, where cases could be lost, and the assistant refuses
// to start there. So the store stands on the app's own disk, which Azure empties when it restarts or moves the app.
// For real use, run the assistant on a machine or in a container that has a lasting disk: see infra/README.md.

@minLength(4)
@maxLength(20)
@description('Begins the name of everything that is made here')
param resourceBaseName string

@description('The size of the web app: B1 is the smallest that stays awake')
param webAppSku string = 'B1'

@maxLength(42)
@description('The name that people see')
param botDisplayName string

@description('Where it runs')
param location string = resourceGroup().location

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceBaseName
  location: location
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'linux'
  sku: {
    name: webAppSku
    // The store belongs to one process. A second one would refuse to start.
    capacity: 1
  }
  properties: {
    reserved: true
  }
}

resource webApp 'Microsoft.Web/sites@2023-12-01' = {
  name: resourceBaseName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      appCommandLine: 'node dist/main.js'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      healthCheckPath: '/healthz'
      appSettings: [
        { name: 'WEBSITE_RUN_FROM_PACKAGE', value: '1' }
        { name: 'CLIENT_ID', value: identity.properties.clientId }
        { name: 'TENANT_ID', value: identity.properties.tenantId }
        { name: 'STORE_URL', value: 'file:///var/golden-rule/golden-rule.db' }
      ]
    }
  }
}

module bot './bot-registration.bicep' = {
  name: 'bot-registration'
  params: {
    name: resourceBaseName
    displayName: botDisplayName
    host: webApp.properties.defaultHostName
    identityId: identity.id
    clientId: identity.properties.clientId
    tenantId: identity.properties.tenantId
  }
}

// Written into the environment file by the name that each output has.
output BOT_ID string = identity.properties.clientId
output BOT_DOMAIN string = webApp.properties.defaultHostName
output AZURE_APP_SERVICE_RESOURCE_ID string = webApp.id
